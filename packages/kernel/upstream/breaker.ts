import { CircuitState, circuitBreaker, ConsecutiveBreaker, handleAll, type IBreaker, SamplingBreaker } from 'cockatiel'

/** How long an instance that failed is left alone before one request may try it. */
const restMs = 1_000

/** Leave to send a request: `number` is the breaker's turn it was given in, so that what began before a break says nothing after it. */
export type Leave = { readonly turn: number; readonly isTrial: boolean }

/**
 * Leaves an instance alone when it fails: at once after five failures in a row, else when most of a second's requests fail. After a rest, and once it has been
 * heard of again, one request tries it.
 */
export function createBreaker() {
  const rule = either(new ConsecutiveBreaker(5), new SamplingBreaker({ threshold: 0.5, duration: 1_000, minimumRps: 5 }))
  const policy = circuitBreaker(handleAll, { halfOpenAfter: restMs, breaker: rule })
  let openedAt = 0
  let turn = 0
  let isTried = false
  policy.onBreak(() => {
    openedAt = Date.now()
    turn++
  })
  return {
    isClosed: () => policy.state === CircuitState.Closed,
    /** How often it has opened. */
    turns: () => turn,
    /** Leave to send, if it may be sent now. `heardAt`: when the instance last said that it is well. */
    ask(heardAt: number): Leave | undefined {
      if (policy.state === CircuitState.Closed) return { turn, isTrial: false }
      const isRested = !isTried && Date.now() - openedAt >= restMs && heardAt >= openedAt
      return isRested ? { turn, isTrial: true } : undefined
    },
    begin(leave: Leave): void {
      if (leave.isTrial) isTried = true
    },
    /** `undefined`: nothing was learnt. */
    end(leave: Leave, isAnswered: boolean | undefined): void {
      const isOver = () => {
        if (leave.isTrial) isTried = false
      }
      if (isAnswered === undefined || leave.turn !== turn) return isOver()
      // What the policy does with a success while all is well, without its promises.
      if (isAnswered && policy.state === CircuitState.Closed) return rule.success(CircuitState.Closed)
      policy.execute(isAnswered ? answered : failed).then(isOver, isOver)
    },
  }
}

const answered = () => {}
const failed = () => {
  throw new Error('the instance failed')
}

/** Opens as soon as one of two would. */
function either(one: IBreaker, other: IBreaker): IBreaker {
  return {
    state: undefined,
    success(state) {
      one.success(state)
      other.success(state)
    },
    failure(state) {
      const [byOne, byOther] = [one.failure(state), other.failure(state)]
      return byOne || byOther
    },
  }
}
