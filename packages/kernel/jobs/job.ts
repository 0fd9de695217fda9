import type { Transaction } from 'kysely'

export type JobOptions = {
  startAfter?: Date /** While a job with this key waits or runs, another is not added and its id is given back. */
  singletonKey?: string
}
export type JobState = {
  id: string
  name: string
  state: 'waiting' | 'running' | 'retrying' | 'done' | 'cancelled' | 'dead'
  attempt: number
  progress: unknown
  error: string | null
}

/** How a service sends and watches its own jobs. The job runs with the caller's tenant and the subject `service:<name>`. */
export type JobSender = {
  /** Sends a job if and only if the transaction commits. Answers its id. */
  send(tx: Transaction<any>, name: string, input: unknown, options?: JobOptions): Promise<string>
  /** Stops a waiting job, or aborts a running one wherever it runs. */
  cancel(id: string): Promise<void>
  get(id: string): Promise<JobState | undefined>
}
