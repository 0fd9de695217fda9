/** Why the database cannot be used, as one sentence for the person who starts Myna; the program prints it and exits. */
export class DatabaseRefusal extends Error {
  override name = 'DatabaseRefusal'
}
