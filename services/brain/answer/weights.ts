/** How answers are weighed. Every number that decides between saying and refusing stands here. */
export const weights = {
  /** Share of the question's terms met by the evidence, its title and its neighbours. */
  share: 0.6,
  /** Share met by the words of the evidence alone. */
  ownShare: 0.16,
  /** Score of the search against the best hit. */
  nearness: 0.08,
  /** The evidence holds the kind of value asked for. */
  shape: 0.14,
  /** A question of the site that is much like the one asked. */
  sameQuestion: 0.16,
  /** Off for each term the evidence does not speak of, by what kind of term it is. */
  missing: { name: 0.34, number: 0.3, word: 0.16, concept: 0.17 },
  /** What a row or card is about is what the question names, and no more. */
  subject: 0.09,
  /** Off for a row of which the question names only what it is for. */
  complement: 0.12,
  /** A number stands beside what is to be counted. */
  counted: 0.13,
  /** A fact is labelled with what is asked about; off when it is labelled with something else. */
  label: 0.09,
  /** Off for each doubling of length beyond 60 characters: the shortest right answer is wanted. */
  length: 0.012,
  /** Off for what customers said, unless that is asked for. */
  review: 0.2,
  /** Share of that for a term that only the neighbours of the evidence speak of, where a figure is wanted; a third of it elsewhere. */
  beside: 0.9,
  /** Off for each thing of which the evidence names only a sibling: a small one for a big one. */
  sibling: 0.1,
  /** Off for evidence of low confidence, at confidence 0. */
  doubt: 0.12,
  /** Least score to say an answer. */
  least: 0.52,
  /** Least score to say yes or no. */
  leastPolar: 0.5,
  /** Scores this near to the best are said together. */
  tie: 0.05,
}
