/*
 * 16-bit little-endian PCM as bytes. Bytes from a network lie anywhere in a buffer, so an Int16Array over them is not always possible.
 */

/** Whether samples in memory are little-endian, as they are on all machines of today but a few. */
export const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/** Little-endian bytes to samples, whatever the alignment; half a sample at the end is left. Gives how many samples it wrote. */
export function readPcm(bytes: Uint8Array, to: Int16Array): number {
  const count = Math.min(bytes.length >> 1, to.length)
  for (let index = 0; index < count; index++) to[index] = bytes[2 * index]! | (bytes[2 * index + 1]! << 8)
  return count
}

/** Samples to little-endian bytes; gives how many bytes it wrote. */
export function writePcm(samples: Int16Array, to: Uint8Array): number {
  const count = Math.min(samples.length, to.length >> 1)
  for (let index = 0; index < count; index++) {
    const sample = samples[index]!
    to[2 * index] = sample & 0xff
    to[2 * index + 1] = (sample >> 8) & 0xff
  }
  return count * 2
}

/** The bytes of samples in little-endian order: a view of the same memory where the machine orders them so, else a copy. */
export function bytesOfPcm(samples: Int16Array): Uint8Array {
  if (isLittleEndian) return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
  const bytes = new Uint8Array(samples.byteLength)
  writePcm(samples, bytes)
  return bytes
}
