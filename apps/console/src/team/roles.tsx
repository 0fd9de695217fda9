import { useMutation, useQuery } from '@tanstack/react-query'
import { Check, Minus, Pencil, Trash2 } from 'lucide-react'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Role } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { number } from '#words/figures.ts'
import { useMayGive } from './grants.ts'
import { RoleDialog } from './role-dialog.tsx'
import { roleName } from './role-name.ts'
import { rolesQuery } from './roles-query.ts'
import { areaName, byArea, scopeName } from './scope-words.ts'

/** Every role and what it may, side by side. */
export function Roles({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const mayGive = useMayGive()
  const roles = useQuery(rolesQuery)
  const [editing, setEditing] = useState<Role>()
  const trouble = (fault: unknown) => tellTrouble(words(fault))
  const changed = () => queryClient.invalidateQueries({ queryKey: rolesQuery.queryKey })
  const remove = useMutation({
    mutationFn: (role: Role) => api.identity.deleteRole({ name: role.name }),
    onSuccess: async (_, { name, scopes }) => {
      // Nobody held it, so its name and what it may are all there is of it.
      const undo = () => void api.identity.saveRole({ name, scopes, revision: 0 }).then(changed, trouble)
      tell(t('people.role_deleted', { name: roleName(t, name) }), { label: t('act.undo'), run: undo })
      await changed()
    },
    onError: trouble,
  })
  if (roles.error && !roles.data) return <Trouble fault={roles.error} onRetry={() => void roles.refetch()} />
  if (!roles.data) return <SkeletonRows />
  const { items, allScopes } = roles.data
  const scopes = allScopes.filter((it) => !it.startsWith('platform:'))
  return (
    <>
      <div tabIndex={0} role="region" aria-label={t('people.matrix')} className="relative h-full overflow-auto focus-visible:-outline-offset-2">
        <table className="w-full text-sm">
          <caption className="sr-only">{t('people.matrix')}</caption>
          <thead className="sticky top-0 z-10 bg-sunken">
            <tr className="border-b text-left text-xs text-ink-2 [&>th]:px-3 [&>th]:py-2 [&>th]:font-medium">
              <th scope="col" className="min-w-52 lg:!pl-6">
                {t('people.right')}
              </th>
              {items.map((it) => (
                <th key={it.name} scope="col" className="min-w-28 text-center align-bottom">
                  <div className="[overflow-wrap:anywhere]">{roleName(t, it.name)}</div>
                  <div className="font-normal text-ink-3">{t('people.holders', { count: it.memberCount, shown: number(it.memberCount) })}</div>
                  {!it.builtIn && mayWrite && (
                    <div className="mt-1 flex justify-center">
                      <Button
                        look="ghost"
                        size="icon"
                        aria-label={`${t('act.edit')}: ${roleName(t, it.name)}`}
                        title={mayGive(it) ? undefined : t('people.above_you')}
                        disabled={!mayGive(it)}
                        onClick={() => setEditing(it)}
                      >
                        <Pencil aria-hidden />
                      </Button>
                      <Button
                        look="ghost"
                        size="icon"
                        aria-label={`${t('act.delete')}: ${roleName(t, it.name)}`}
                        title={it.memberCount > 0 ? t('people.role_held') : undefined}
                        disabled={it.memberCount > 0}
                        onClick={() => remove.mutate(it)}
                      >
                        <Trash2 aria-hidden />
                      </Button>
                    </div>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {byArea(scopes).map(([area, inArea]) => (
              <Fragment key={area}>
                <tr className="border-b bg-canvas">
                  <th scope="colgroup" colSpan={items.length + 1} className="px-3 py-1.5 text-left text-xs font-medium text-ink-2 lg:pl-6">
                    {areaName(t, area)}
                  </th>
                </tr>
                {inArea.map((scope) => (
                  <tr key={scope} className="border-b">
                    <th scope="row" className="px-3 py-2 text-left font-normal lg:pl-6">
                      {scopeName(t, scope)}
                    </th>
                    {items.map((it) => (
                      <td key={it.name} className="px-3 py-2 text-center">
                        <Mark on={it.scopes.includes(scope) || it.scopes.includes('*')} />
                      </td>
                    ))}
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      {editing && <RoleDialog role={editing} scopes={scopes} onClose={() => setEditing(undefined)} />}
    </>
  )
}

function Mark({ on }: { on: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      {on ? <Check aria-hidden className="mx-auto size-4 text-ok" /> : <Minus aria-hidden className="mx-auto size-4 text-ink-3" />}
      <span className="sr-only">{t(on ? 'people.yes' : 'people.no')}</span>
    </>
  )
}
