export { openRedisEngine, type RedisEngine } from '#redis-engine.ts'
