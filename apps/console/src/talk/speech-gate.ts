const startFrames = 5
const endFrames = 25
const quietest = 0.008

/**
 * Tells from the loudness of 20 ms frames (root mean square, 0 to 1) when somebody starts and stops speaking: 100 ms above a floor that
 * follows the noise of the room starts, half a second below ends. `guarded` asks for twice the loudness, while the agent's own voice may leak in.
 */
export function createSpeechGate(): (loudness: number, guarded: boolean) => 'start' | 'end' | undefined {
  let floor = 0.01
  let loud = 0
  let quiet = 0
  let speaking = false
  return (loudness, guarded) => {
    const threshold = Math.max(quietest, floor * 3) * (guarded ? 2 : 1)
    if (loudness > threshold) {
      loud++
      quiet = 0
      // A room that got louder for good is noise, not a speech of minutes.
      floor = Math.min(0.05, floor * 1.002)
    } else {
      quiet++
      loud = Math.max(0, loud - 2)
      // What leaks from the loudspeaker is not the noise of the room.
      if (loudness < floor) floor += (loudness - floor) * 0.1
      else if (!guarded) floor += (loudness - floor) * 0.02
    }
    if (!speaking && loud >= startFrames) {
      speaking = true
      return 'start'
    }
    if (speaking && quiet >= endFrames) {
      speaking = false
      loud = 0
      return 'end'
    }
    return undefined
  }
}
