export { createRabbitBroker, type RabbitOptions } from './rabbit-broker.ts'
