/** From or up to which age something is for. */
export const ageRule =
  /\bmust be (?:at least |over )?\d|\b(?:at least|under|over|above|below|from|minimum|aged?|ages|children from|younger than|older than) (?:the age of )?\d|\d (?:or|and) (?:over|older|above|up|under)\b|\d\+|\d (?:to|–|-) \d+ years|\d (?:months|years) to \d|साल (?:से|तक|के)|বছর(?:ের)? (?:থেকে|নিচে|উপরে|পর্যন্ত)/i

/** How often something happens, which answers how long as well. */
export const often =
  /\bevery (?:\w+ )?(?:hour|day|week|month|year|quarter)|\b(?:daily|weekly|monthly|quarterly|yearly|annually|hourly|fortnightly|once|twice|thrice)\b|हर (?:दिन|हफ्ते|महीने|साल)|रोज|প্রতি(?:দিন| মাস| সপ্তাহ| বছর)|\b\w+ times a\b/i

/** A span without an end: `do not expire`. */
export const endless =
  /\b(?:never|not) (?:expire|run out|lapse)|\bno (?:expiry|time limit)\b|\b(?:for life|lifetime|life-?long|forever|unlimited)\b|आजीवन|আজীবন/i
/** A moment told by what comes before it: `the moment the machine does`, `as soon as …`. */
export const onceDone = /\b(?:the moment|as soon as|once (?:it|you|we|the|your)|immediately|at once|same day|right away|straight away)\b|तुरंत|সঙ্গে সঙ্গে/i
