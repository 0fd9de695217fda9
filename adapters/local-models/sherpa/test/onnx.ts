/** A number, a list of whole numbers or a text, as attribute of an operation. */
type Attribute = number | readonly number[] | string
type Kind = 'float' | 'int64'

/** One operation of a graph: its name in ONNX, what it reads and what it makes. */
export type Operation = { op: string; reads: readonly string[]; makes: readonly string[]; with?: Readonly<Record<string, Attribute>> }
export type Slot = { name: string; kind: Kind; shape: readonly (number | string)[] }
export type Constant = { name: string; shape: readonly number[] } & ({ floats: ArrayLike<number> } | { wholes: readonly number[] })

/**
 * The bytes of an ONNX file, version 9 with operations of version 17, written by hand: models for tests whose every number is known. Protocol Buffers, field numbers
 * of `onnx.proto3` (https://github.com/onnx/onnx).
 */
export function onnxModel(it: {
  inputs: readonly Slot[]
  outputs: readonly Slot[]
  constants: readonly Constant[]
  operations: readonly Operation[]
  facts: Readonly<Record<string, string | number>>
}): Buffer {
  const graph = message([
    ...it.operations.map((operation) => bytesField(1, operationBytes(operation))),
    textField(2, 'toy'),
    ...it.constants.map((constant) => bytesField(5, constantBytes(constant))),
    ...it.inputs.map((slot) => bytesField(11, slotBytes(slot))),
    ...it.outputs.map((slot) => bytesField(12, slotBytes(slot))),
  ])
  const facts = Object.entries(it.facts).map(([key, value]) => bytesField(14, message([textField(1, key), textField(2, String(value))])))
  return message([wholeField(1, 9), bytesField(7, graph), bytesField(8, message([textField(1, ''), wholeField(2, 17)])), ...facts])
}

function operationBytes({ op, reads, makes, with: attributes = {} }: Operation): Buffer {
  return message([
    ...reads.map((name) => textField(1, name)),
    ...makes.map((name) => textField(2, name)),
    textField(4, op),
    ...Object.entries(attributes).map(([name, value]) => bytesField(5, attributeBytes(name, value))),
  ])
}

function attributeBytes(name: string, value: Attribute): Buffer {
  if (typeof value === 'string') return message([textField(1, name), textField(4, value), wholeField(20, 3)])
  if (typeof value === 'number') return message([textField(1, name), wholeField(3, value), wholeField(20, 2)])
  return message([textField(1, name), ...value.map((it) => wholeField(8, it)), wholeField(20, 7)])
}

function constantBytes(it: Constant): Buffer {
  const raw = 'floats' in it ? Buffer.from(Float32Array.from(it.floats).buffer) : Buffer.from(BigInt64Array.from(it.wholes, BigInt).buffer)
  return message([...it.shape.map((size) => wholeField(1, size)), wholeField(2, 'floats' in it ? 1 : 7), textField(8, it.name), bytesField(9, raw)])
}

function slotBytes({ name, kind, shape }: Slot): Buffer {
  const sizes = shape.map((size) => bytesField(1, typeof size === 'number' ? wholeField(1, size) : textField(2, size)))
  const tensor = message([wholeField(1, kind === 'float' ? 1 : 7), bytesField(2, message(sizes))])
  return message([textField(1, name), bytesField(2, bytesField(1, tensor))])
}

const message = (fields: readonly Buffer[]) => Buffer.concat(fields)
const textField = (field: number, text: string) => bytesField(field, Buffer.from(text))
const bytesField = (field: number, bytes: Buffer) => Buffer.concat([varint(field * 8 + 2), varint(bytes.length), bytes])
const wholeField = (field: number, value: number) => Buffer.concat([varint(field * 8), varint(value)])

/** A whole number in pieces of seven bits; a negative one as its two's complement of 64 bits. */
function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, BigInt(value))
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128)
  return Buffer.from([...bytes, Number(rest)])
}
