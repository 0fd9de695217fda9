import { Download, Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#api/me.ts'
import { saveFile } from '#api/save-file.ts'
import { Button } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Dialog } from '#ui/dialog.tsx'

/** Prints a text alone, from a frame of its own, so that the page around it stays off the paper. */
function printText(text: string): void {
  const frame = document.createElement('iframe')
  frame.className = 'sr-only'
  document.body.append(frame)
  const paper = frame.contentDocument?.createElement('pre')
  if (paper && frame.contentDocument && frame.contentWindow) {
    paper.textContent = text
    frame.contentDocument.body.append(paper)
    frame.contentWindow.addEventListener('afterprint', () => frame.remove())
    frame.contentWindow.print()
  }
}

/** Backup codes, shown this one time, to copy, keep as a file or print. */
export function BackupCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const text = [t('security.codes_paper', { email: me.user?.email ?? '' }), '', ...codes, ''].join('\n')
  return (
    <Dialog
      modalOnly
      open
      onOpenChange={() => undefined}
      title={t('security.codes_title')}
      description={t('security.codes_help')}
      footer={
        <Button look="primary" onClick={onClose}>
          {t('security.codes_kept')}
        </Button>
      }
    >
      <div className="grid gap-3">
        <ul
          aria-label={t('security.codes_title')}
          className="grid grid-cols-2 gap-x-4 gap-y-1 rounded-sm border bg-sunken px-3 py-2.5 font-mono text-sm select-all"
        >
          {codes.map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-2">
          <CopyButton text={codes.join('\n')} label={t('security.copy')} />
          <Button onClick={() => saveFile('myna-backup-codes.txt', 'text/plain', text)}>
            <Download aria-hidden />
            {t('security.download')}
          </Button>
          <Button onClick={() => printText(text)}>
            <Printer aria-hidden />
            {t('security.print')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
