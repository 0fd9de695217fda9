export { createMcpConnector } from '#mcp-connector.ts'
