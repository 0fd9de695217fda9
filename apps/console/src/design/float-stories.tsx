import { Copy, Ellipsis, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import { Confirm, Dialog, Drawer } from '#ui/dialog.tsx'
import { Fact, Facts } from '#ui/facts.tsx'
import { Menu, MenuChoice, MenuItem, MenuLine } from '#ui/menu.tsx'
import { Tip } from '#ui/tip.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { Story } from './story.tsx'

/** What floats over a page. */
export function FloatStories() {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'dialog' | 'drawer' | 'confirm'>()
  const [choice, setChoice] = useState('live')
  const close = () => setOpen(undefined)
  return (
    <>
      <Story file="dialog.tsx">
        {(['dialog', 'drawer', 'confirm'] as const).map((it) => (
          <Button key={it} onClick={() => setOpen(it)}>
            {it}
          </Button>
        ))}
        <Dialog
          open={open === 'dialog'}
          onOpenChange={close}
          title={t('views.save_new')}
          description={t('views.save_help')}
          footer={
            <>
              <Button onClick={close}>{t('act.cancel')}</Button>
              <Button look="primary">{t('views.save')}</Button>
            </>
          }
        >
          {t('agents.empty_body')}
        </Dialog>
        <Drawer
          open={open === 'drawer'}
          onOpenChange={close}
          title={t('agents.sample_1')}
          page={{ to: '/' }}
          footer={<Button look="primary">{t('agents.talk')}</Button>}
        >
          <Facts>
            <Fact label={t('agents.languages')}>{t('spoken.en')}</Fact>
          </Facts>
        </Drawer>
        <Confirm
          open={open === 'confirm'}
          onOpenChange={close}
          title={t('agents.delete_title', { name: t('agents.sample_1') })}
          description={t('agents.delete_body')}
          action={t('agents.delete')}
          onConfirm={close}
        />
      </Story>
      <Story file="menu.tsx, tip.tsx, toast.tsx">
        <Menu
          trigger={
            <Button look="ghost" size="icon" aria-label={t('act.more')}>
              <Ellipsis aria-hidden />
            </Button>
          }
        >
          <MenuItem onSelect={close}>
            <Copy aria-hidden />
            {t('agents.duplicate')}
          </MenuItem>
          <MenuItem disabled onSelect={close}>
            {t('agents.talk')}
          </MenuItem>
          <MenuLine />
          <MenuChoice
            label={t('agents.status_label')}
            value={choice}
            options={(['live', 'draft'] as const).map((value) => ({ value, label: t(`agents.status.${value}`) }))}
            onChange={setChoice}
          />
          <MenuLine />
          <MenuItem danger onSelect={close}>
            <Trash2 aria-hidden />
            {t('act.delete')}
          </MenuItem>
        </Menu>
        <Tip label={t('keys.create')}>
          <Button>{t('agents.create')}</Button>
        </Tip>
        <Button onClick={() => tell(t('agents.deleted', { name: t('agents.sample_1') }), { label: t('act.undo'), run: close })}>{t('act.undo')}</Button>
        <Button onClick={() => tellTrouble(t('lists.not_saved', { what: t('agents.sample_1') }), t('state.server_away'))}>{t('state.unexpected')}</Button>
      </Story>
    </>
  )
}
