import { checkedAbout, type Presence } from '@myna/ports/presence'
import { type RedisConnection, scriptOf } from '#redis-connection.ts'

// A hash for each set: member → "<end>:<about>", by the clock of Redis, which all processes share. The hash ends with its last member.
const clock = `local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`
const enter = scriptOf(`${clock}
redis.call('HSET', KEYS[1], ARGV[1], string.format('%d:', now + ARGV[3]) .. ARGV[2])
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[3]) then redis.call('PEXPIRE', KEYS[1], ARGV[3]) end`)
const list = scriptOf(`${clock}
local here = {}
local all = redis.call('HGETALL', KEYS[1])
for at = 1, #all, 2 do
  local colon = string.find(all[at + 1], ':', 1, true)
  if tonumber(string.sub(all[at + 1], 1, colon - 1)) > now then
    here[#here + 1] = all[at]
    here[#here + 1] = string.sub(all[at + 1], colon + 1)
  else
    redis.call('HDEL', KEYS[1], all[at])
  end
end
return here`)

/** Who is here, in hashes of Redis. */
export function createRedisPresence({ ask, run }: RedisConnection, prefix: string): Presence {
  const keyOf = (set: string) => `${prefix}presence:${set}`
  return {
    name: 'redis',
    async enter(set, member, about, ttlMs) {
      await run(enter, keyOf(set), [member, checkedAbout(about), String(Math.max(1, Math.ceil(ttlMs)))])
    },
    async leave(set, member) {
      await ask(['HDEL', keyOf(set), member])
    },
    async list(set) {
      const flat = await run<string[]>(list, keyOf(set), [])
      const members: { member: string; about: string }[] = []
      for (let at = 0; at + 1 < flat.length; at += 2) members.push({ member: flat[at]!, about: flat[at + 1]! })
      return members.sort((a, b) => (a.member < b.member ? -1 : 1))
    },
    close: async () => {},
  }
}
