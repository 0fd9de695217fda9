const halfTaps = 16
const phases = 128

/**
 * Changes the sample rate of a stream of sound by a windowed sinc (Hann, 16 zero crossings a side; Smith, "Digital Audio Resampling").
 * Returns a function that takes a block and hands each new sample to `emit`, in order; what lies between blocks is kept.
 */
export function createResampler(from: number, to: number): (block: Float32Array, emit: (sample: number) => void) => void {
  if (from === to)
    return (block, emit) => {
      for (const sample of block) emit(sample)
    }
  const step = from / to
  // Going down, the filter must also remove what the lower rate cannot hold.
  const cutoff = Math.min(1, to / from) * 0.95
  const reach = Math.ceil(halfTaps / cutoff)
  const kernels = Array.from({ length: phases + 1 }, (_, phase) => kernelAt(phase / phases, reach, cutoff))
  const history = new Float32Array(2 * reach + 8192)
  let filled = reach - 1
  let at = reach - 1

  return (block, emit) => {
    history.set(block, filled)
    filled += block.length
    while (at + reach < filled) {
      const whole = Math.floor(at)
      const kernel = kernels[Math.round((at - whole) * phases)]!
      let sample = 0
      for (let k = 0; k < kernel.length; k++) sample += history[whole - reach + 1 + k]! * kernel[k]!
      emit(sample)
      at += step
    }
    const spent = Math.max(0, Math.floor(at) - reach + 1)
    history.copyWithin(0, spent, filled)
    filled -= spent
    at -= spent
  }
}

function kernelAt(offset: number, reach: number, cutoff: number): Float32Array {
  const kernel = new Float32Array(2 * reach)
  let sum = 0
  for (let k = 0; k < kernel.length; k++) {
    const x = k - reach + 1 - offset
    const window = Math.abs(x) >= reach ? 0 : 0.5 + 0.5 * Math.cos((Math.PI * x) / reach)
    kernel[k] = (x === 0 ? 1 : Math.sin(Math.PI * x * cutoff) / (Math.PI * x * cutoff)) * window
    sum += kernel[k]!
  }
  return kernel.map((it) => it / sum)
}
