import type { TFunction } from 'i18next'
import type { AgentConfig } from '#api/shapes.ts'
import { wait } from '#words/figures.ts'
import { keyWords } from './key-words.ts'

type Policy = AgentConfig['call']

/** How an agent behaves on a call, a line a setting; with `other` only what differs from it. */
export function policyLines(t: TFunction, policy: Policy, other?: Policy): string[] {
  const lines = linesOf(t, policy)
  const others = other && linesOf(t, other)
  return lines.filter((it, i) => others === undefined || it !== others[i])
}

function linesOf(t: TFunction, it: Policy): string[] {
  const line = (label: string, value: string) => `${label}: ${value}`
  return [
    line(t('callPolicy.endpointing'), t(`callPolicy.endpointing_is.${it.endpointing}`)),
    line(t('callPolicy.ends_after'), wait(it.endsAfterMs)),
    line(t('callPolicy.barge_in'), t(`callPolicy.barge_in_is.${it.bargeIn}`) + (it.bargeIn === 'words' ? ` (${it.minimumWords})` : '')),
    line(t('callPolicy.filler'), wait(it.fillerAfterMs)),
    line(t('callPolicy.silence'), wait(it.silencePromptAfterMs)),
    line(t('callPolicy.prompts'), it.silencePrompts === 0 ? t('callPolicy.prompts_never') : t('callPolicy.prompts_times', { count: it.silencePrompts })),
    line(t('callPolicy.longest'), t('callPolicy.minutes', { count: it.longestCallMs / 60_000 })),
    line(t('callPolicy.keys'), it.keys.length === 0 ? '–' : it.keys.map((one) => `${one.key} = ${keyWords(t, one.action)}`).join('; ')),
    line(t('callPolicy.transfer'), it.transferTo ?? t('callPolicy.nobody')),
    ...(it.transferTo === null ? [] : [line(t('callPolicy.transfer_when'), t(`callPolicy.transfer_when_is.${it.transferWhen}`))]),
    line(t('callPolicy.noise'), t(`callPolicy.noise_is.${it.noise}`)),
    line(t('callPolicy.voicemail'), t(`callPolicy.voicemail_is.${it.voicemail}`) + (it.voicemail === 'leave-message' ? ` “${it.voicemailMessage}”` : '')),
    line(t('callPolicy.record'), it.record ? '✓' : '–'),
  ]
}
