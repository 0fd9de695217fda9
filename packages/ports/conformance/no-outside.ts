import { PortFault } from '../fault.ts'
import type { HttpToolRunner, McpConnector, PluginFolder } from '../tool-host.ts'

const nothing = () => new PortFault('Nothing outside can be reached here.', { retryable: false })

/** What the tools service is given in tests of its neighbours: errands work, everything outside fails. */
export const noOutside: { runHttp: HttpToolRunner; connectMcp: McpConnector; plugins: PluginFolder } = {
  runHttp: async () => Promise.reject(nothing()),
  connectMcp: () => ({ list: async () => Promise.reject(nothing()), run: async () => Promise.reject(nothing()), close: async () => undefined }),
  plugins: {
    list: async () => [],
    open: () => {
      throw nothing()
    },
  },
}
