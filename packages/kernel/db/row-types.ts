import pg from 'pg'

const bigintType = 20

/** How values come out of the database: as node-postgres does, but a bigint is a number where a number holds it exactly. */
export const rowTypes: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary') => {
    if (type === bigintType && format !== 'binary') return readBigint as never
    return pg.types.getTypeParser(type, format as 'text') as never
  },
}

function readBigint(text: string): number | string {
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : text
}
