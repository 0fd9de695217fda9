/**
 * How mono sound travels: linear PCM, 16 bit little-endian, at 16 or 8 kHz, or G.711 μ-law at 8 kHz, as telephone networks carry it. A frame is 20 ms:
 * 640, 320 and 160 bytes.
 */
export type SoundFormat = 'pcm-16k' | 'pcm-8k' | 'mulaw-8k'
