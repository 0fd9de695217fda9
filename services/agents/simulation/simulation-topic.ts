/** What is woken when something happened in a simulation. */
export const simulationTopic = (simulationId: string): string => `simulation:${simulationId}`
