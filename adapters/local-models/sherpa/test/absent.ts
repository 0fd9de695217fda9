import { registerHooks } from 'node:module'

// The program of the child on a machine without the package.
registerHooks({
  resolve(name, context, next) {
    if (name === 'sherpa-onnx-node') throw Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' })
    return next(name, context)
  },
})
await import('../child/main.ts')
