import type { HttpRequest, ParameterSchema } from '@myna/contracts/tools'
import { Fault } from '@myna/kernel'
import type { z } from 'zod'
import { troubleOfAddress, troubleOfHeaders } from '#domain/http-request.ts'
import type { StoredRequest } from '#store/tables.ts'

/** A request as it is stored, without its headers. Throws `tools.address_wrong`, or `request.invalid` for headers that cannot be sent. */
export function checkedRequest({ headers, ...request }: z.output<typeof HttpRequest>, parameters: ParameterSchema): StoredRequest {
  checkAddress(request, parameters)
  const trouble = troubleOfHeaders(headers)
  if (trouble) throw new Fault('request.invalid', {}, { fields: [{ field: 'request.headers', problem: trouble }] })
  return request
}

/** Throws `tools.address_wrong` unless the address of a request fits the parameters. */
export function checkAddress({ url }: StoredRequest, parameters: ParameterSchema): void {
  const trouble = troubleOfAddress(url, parameters)
  if (trouble) throw new Fault('tools.address_wrong', { trouble }, { fields: [{ field: 'request.url', problem: trouble }] })
}
