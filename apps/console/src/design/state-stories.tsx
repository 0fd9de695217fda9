import { ApiFault } from '@myna/sdk'
import { Bot, SearchX, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Fact, Facts } from '#ui/facts.tsx'
import { NoAccess } from '#ui/no-access.tsx'
import { Card, CardHead, Tab, Tabs } from '#ui/page.tsx'
import { Empty, SkeletonRows, Strip, Trouble } from '#ui/states.tsx'
import { When } from '#ui/when.tsx'
import { Shown, Story } from './story.tsx'

const fault = (code: string, status: number) => new ApiFault({ title: 'The server said this.', status, code, traceId: '4f1c' } as never)

/** The five states of a page, and what carries them. */
export function StateStories() {
  const { t } = useTranslation()
  return (
    <>
      <Story file="states.tsx: loading" wide>
        <div className="w-full">
          <SkeletonRows rows={3} />
        </div>
      </Story>
      <Story file="states.tsx: empty, first time">
        <div className="w-full">
          <Empty icon={Bot} title={t('agents.empty')} body={t('agents.empty_body')}>
            <Button look="primary">{t('agents.create_from_website')}</Button>
          </Empty>
        </div>
      </Story>
      <Story file="states.tsx: empty, filtered">
        <div className="w-full">
          <Empty icon={SearchX} title={t('agents.none_match')} body={t('agents.none_match_body')}>
            <Button>{t('act.clear_filter')}</Button>
          </Empty>
        </div>
      </Story>
      <Story file="states.tsx: trouble">
        <div className="w-full">
          <Trouble fault={fault('agents.not_found', 404)} onRetry={() => undefined} />
        </div>
      </Story>
      <Story file="no-access.tsx">
        <div className="w-full">
          <NoAccess />
        </div>
      </Story>
      <Story file="states.tsx: strips" wide>
        <div className="w-full">
          {(['info', 'warn', 'bad'] as const).map((tone) => (
            <Strip key={tone} tone={tone}>
              <TriangleAlert aria-hidden />
              {t('state.server_away')}
              <Button size="small">{t('act.retry')}</Button>
            </Strip>
          ))}
        </div>
      </Story>
      <Story file="page.tsx">
        <div className="grid w-full gap-4">
          <Tabs label={t('shell.pages')}>
            <Tab to="/" current>
              {t('agents.title')}
            </Tab>
            <Tab to="/calls" current={false}>
              {t('calls.title')}
            </Tab>
          </Tabs>
          <Card>
            <CardHead title={t('agents.title')} help={t('agents.empty_body')} action={<Button>{t('act.edit')}</Button>} />
          </Card>
        </div>
      </Story>
      <Story file="facts.tsx, when.tsx">
        <Facts className="w-full grid-cols-2">
          <Fact label={t('agents.status_label')}>
            <Badge tone="ok" dot>
              {t('agents.status.live')}
            </Badge>
          </Fact>
          <Fact label={t('agents.languages')}>
            {t('spoken.en')}, {t('spoken.hi')}, {t('spoken.bn')}
          </Fact>
          <Fact label={t('agents.updated')}>
            <When at={new Date().toISOString()} />
          </Fact>
        </Facts>
        <Shown as="long">
          <span className="min-w-0 [overflow-wrap:anywhere]">{t('agents.delete_many_body')}</span>
        </Shown>
      </Story>
    </>
  )
}
