import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import { brandLook } from '#ui/brand-look.ts'
import { CopyButton } from '#ui/copy-button.tsx'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '#words/language.ts'
import { targetOf } from './guide-pages.ts'
import { guidePagesIn, pictureOf } from './guide-texts.ts'
import { type Block, type Inline, plainOf } from './markdown.ts'

/** Blocks of a guide as the console writes them. */
export function MarkdownView({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, i) => <OneBlock key={i} block={block} />)
}

function OneBlock({ block }: { block: Block }): ReactNode {
  if (block.kind === 'code') return <Code text={block.text} />
  if (block.kind === 'paragraph')
    return (
      <p>
        <Words inner={block.inner} />
      </p>
    )
  if (block.kind === 'heading') {
    const Tag = block.level <= 2 ? 'h2' : 'h3'
    return (
      <Tag id={block.id} className={block.level <= 2 ? 'mt-4 scroll-mt-4 text-lg font-semibold' : 'mt-2 scroll-mt-4 text-base font-semibold'}>
        <Words inner={block.inner} />
      </Tag>
    )
  }
  if (block.kind === 'list') {
    const Tag = block.ordered ? 'ol' : 'ul'
    return (
      <Tag className={block.ordered ? 'grid list-decimal gap-2 pl-6' : 'grid list-disc gap-2 pl-6'}>
        {block.items.map((item, i) => (
          <li key={i}>
            <div className="grid min-w-0 grid-cols-1 gap-2">
              <MarkdownView blocks={item} />
            </div>
          </li>
        ))}
      </Tag>
    )
  }
  return <Table head={block.head} rows={block.rows} />
}

function Table({ head, rows }: { head: Inline[][]; rows: Inline[][][] }) {
  const { t } = useTranslation()
  return (
    <div tabIndex={0} role="region" aria-label={t('guide.table')} className="overflow-x-auto rounded-md border">
      <table className="w-full text-left text-sm">
        <thead className="bg-sunken">
          <tr>
            {head.map((cell, i) => (
              <th key={i} scope="col" className="px-3 py-2 text-xs font-medium text-ink-2">
                <Words inner={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {rows.map((row, i) => (
            <tr key={i} className="align-top">
              {row.map((cell, k) => (
                <td key={k} className="min-w-24 px-3 py-2">
                  <Words inner={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Code({ text }: { text: string }) {
  const { t } = useTranslation()
  return (
    <div className="relative">
      <pre
        tabIndex={0}
        role="region"
        aria-label={t('guide.example')}
        className="overflow-x-auto rounded-md border bg-sunken px-3 py-2.5 pr-12 font-mono text-xs"
      >
        {text}
      </pre>
      <span className="absolute top-1.5 right-1.5">
        <CopyButton text={text} label={t('guide.copy')} small />
      </span>
    </div>
  )
}

function Words({ inner }: { inner: readonly Inline[] }): ReactNode {
  return inner.map((it, i) => <Fragment key={i}>{one(it)}</Fragment>)
}

function one(it: Inline): ReactNode {
  if (it.kind === 'text') return it.text.replaceAll('Myna', () => brandLook().name)
  if (it.kind === 'code') return <code className="rounded-xs bg-sunken px-1 font-mono text-[0.9em] [overflow-wrap:anywhere]">{it.text}</code>
  if (it.kind === 'strong')
    return (
      <strong className="font-semibold">
        <Words inner={it.inner} />
      </strong>
    )
  if (it.kind === 'emphasis')
    return (
      <em>
        <Words inner={it.inner} />
      </em>
    )
  if (it.kind === 'image') {
    const source = pictureOf(it.source)
    // Pictures of guides are all taken in one size, so their place is kept until they come.
    return source && <img src={source} alt={it.words} width={1440} height={900} loading="lazy" className="h-auto w-full rounded-md border" />
  }
  const target = targetOf(it.to)
  const look = 'text-brand-text underline underline-offset-2'
  if (target === 'file') return <Words inner={it.inner} />
  if (target === 'elsewhere')
    return (
      <a href={it.to} target="_blank" rel="noreferrer" className={look}>
        <Words inner={it.inner} />
      </a>
    )
  return (
    <Link to="/guide/$page" params={{ page: target.page }} {...(target.id && { hash: target.id })} className={look}>
      {plainOf(it.inner).endsWith('.md') ? guidePagesIn(currentLanguage()).find((page) => page.name === target.page)?.title : <Words inner={it.inner} />}
    </Link>
  )
}
