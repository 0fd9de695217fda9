import { useMutation, useQuery } from '@tanstack/react-query'
import { Wand2 } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { api } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import { useForm } from '#api/use-form.ts'
import { useRevision } from '#api/use-revision.ts'
import { Button } from '#ui/button.tsx'
import { Field, Input } from '#ui/field.tsx'
import { LeaveGuard } from '#ui/leave-guard.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { Switch } from '#ui/switch.tsx'
import { tell } from '#ui/toast.tsx'
import { BrandPreview } from './brand-preview.tsx'
import type { StoredBrand, Themes } from './brand-query.ts'
import { ColourField } from './colour-field.tsx'

/** What holds where no colours are chosen. */
const ownColours: Themes = {
  light: { main: '#414fd2', ink: '#ffffff', text: '#3845bf' },
  dark: { main: '#5165e2', ink: '#ffffff', text: '#9babfd' },
}
const themes = ['light', 'dark'] as const
const parts = ['main', 'ink', 'text'] as const
const isColour = (it: string) => /^#[0-9a-f]{6}$/.test(it)

/** Name, sender and colours; colours are tried on the server as they are typed. `ours` is the revision that this person saved last, here or beside it. */
export function BrandForm({ stored, ours, onStored }: { stored: StoredBrand; ours: number | undefined; onStored: (stored: StoredBrand) => void }) {
  const { t } = useTranslation()
  const mayWrite = useMay('workspace:write')
  const [coloured, setColoured] = useState(stored.brand.colours !== null)
  const [colours, setColours] = useState(stored.brand.colours ?? ownColours)
  const whole = themes.every((theme) => parts.every((part) => isColour(colours[theme][part])))
  const tried = useDeferredValue(colours)
  const check = useQuery({
    queryKey: ['brand-check', tried],
    queryFn: () => api.workspace.checkBrandColours({ colours: tried }),
    enabled: coloured && whole,
    placeholderData: (before) => before,
  })
  const troubles = whole && coloured ? (check.data?.troubles ?? []) : []
  const fit = useMutation({
    mutationFn: () => {
      const { main } = colours.light
      const one = { main, ink: '#ffffff', text: main }
      return api.workspace.checkBrandColours({ colours: { light: one, dark: one } })
    },
    onSuccess: ({ passing }) => setColours(passing),
  })
  const upon = useRevision(stored.revision, () => api.workspace.getBrand({}), ours)
  const form = useForm({
    initial: { name: stored.brand.name ?? '', senderName: stored.brand.senderName ?? '' },
    send: async ({ name, senderName }) => {
      if (coloured && !whole) throw new Unwhole()
      const brand = { name: name.trim() || null, senderName: senderName.trim() || null, colours: coloured ? colours : null }
      return upon((revision) => api.workspace.setBrand({ brand, revision }))
    },
    onDone: (next) => {
      onStored(next)
      tell(t('settings.saved'))
    },
  })
  const trouble = form.fault instanceof Unwhole ? { sentence: t('brand.colour_wrong'), traceId: undefined } : form.general
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <LeaveGuard isUnsaved={form.isUnsaved} />
      <fieldset disabled={!mayWrite} className="grid min-w-0 gap-4">
        <legend className="sr-only">{t('brand.title')}</legend>
        <Card>
          <CardHead title={t('brand.names')} />
          <div className="grid gap-4 px-5 pb-5 sm:grid-cols-2">
            <Field label={t('brand.name')} help={t('brand.name_help')} error={form.errors.name}>
              {(named) => <Input {...named} {...form.bind('name')} maxLength={40} placeholder="Myna" autoComplete="off" />}
            </Field>
            <Field label={t('brand.sender')} help={t('brand.sender_help')} error={form.errors.senderName}>
              {(named) => <Input {...named} {...form.bind('senderName')} maxLength={60} autoComplete="off" />}
            </Field>
          </div>
        </Card>
        <Card>
          <CardHead title={t('brand.colours')} help={t('brand.colours_help')} />
          <div className="grid gap-5 px-5 pb-5">
            <Switch label={t('brand.own_colours')} checked={coloured} onChange={setColoured} disabled={!mayWrite} />
            {coloured && (
              <>
                <div className="grid gap-6 sm:grid-cols-2">
                  {themes.map((theme) => (
                    <fieldset key={theme} className="grid min-w-0 content-start gap-4">
                      <legend className="mb-3 text-sm font-semibold">{t(`shell.theme_${theme}`)}</legend>
                      {parts.map((part) => (
                        <ColourField
                          key={part}
                          label={t(`brand.part.${part}`)}
                          value={colours[theme][part]}
                          trouble={troubles.find((it) => it.theme === theme && it.colour === part)}
                          onChange={(value) => setColours({ ...colours, [theme]: { ...colours[theme], [part]: value } })}
                        />
                      ))}
                      <BrandPreview theme={theme} colours={colours[theme]} />
                    </fieldset>
                  ))}
                </div>
                <Button className="justify-self-start" busy={fit.isPending} disabled={!isColour(colours.light.main)} onClick={() => fit.mutate()}>
                  <Wand2 aria-hidden />
                  {t('brand.fit')}
                </Button>
              </>
            )}
          </div>
        </Card>
        <FormTrouble trouble={trouble} />
        <Button type="submit" look="primary" busy={form.busy} className="justify-self-end">
          {t('act.save')}
        </Button>
      </fieldset>
    </form>
  )
}

/** A colour is not written to its end. */
class Unwhole extends Error {}
