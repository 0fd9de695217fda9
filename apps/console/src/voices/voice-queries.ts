import { queryOptions } from '@tanstack/react-query'
import { allPages } from '#api/all-pages.ts'
import { api, queryClient } from '#api/client.ts'

/** Every voice there is, of vendors and of this machine. */
export const voicesQuery = queryOptions({ queryKey: ['voices'], queryFn: () => allPages((page) => api.voice.listVoices(page)), staleTime: 300_000 })

/** Voices with a manner that were saved. */
export const presetsQuery = queryOptions({ queryKey: ['voice-presets'], queryFn: () => allPages((page) => api.voice.listVoicePresets(page)) })

/** Vendors of speech in the order they are tried; their health changes by itself while agents talk. */
export const speechVendorsQuery = queryOptions({
  queryKey: ['speech-vendors'],
  queryFn: () => allPages((page) => api.voice.listSpeechProviders(page)),
})

/** Asks anew for vendors and for what they bring. */
export async function speechVendorsChanged(): Promise<void> {
  await Promise.all(['speech-vendors', 'voices', 'engines'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })))
}
