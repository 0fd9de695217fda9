/** Utterances at other moments and places: text, language, instant, zone, country, and the times they name. */
export const otherMoments = `
tomorrow at 9 am => en => 2026-11-22T23:30:00Z => Europe/London => GB => 2026-11-23T09:00 hour
monday => en => 2026-11-22T22:30:00Z => Europe/London => GB => 2026-11-23 day
next week => en => 2026-11-22T22:30:00Z => Europe/London => GB => 2026-11-23/2026-11-30 week
this weekend => en => 2026-11-22T22:30:00Z => Europe/London => GB => 2026-11-21/2026-11-23 day
कल सुबह => hi => 2026-11-22T17:30:00Z => Asia/Kolkata => IN => 2026-11-23T04:00/2026-11-23T12:00 hour
next month => en => 2027-01-31T06:00:00Z => Asia/Kolkata => IN => 2027-02-01/2027-03-01 month
in a month => en => 2027-01-31T06:00:00Z => Asia/Kolkata => IN => 2027-02-28 day
the 31st => en => 2027-02-01T06:00:00Z => Asia/Kolkata => IN => 2027-03-31 day
31 तारीख को => hi => 2027-02-01T06:00:00Z => Asia/Kolkata => IN => 2027-03-31 day
in a year => en => 2028-02-29T06:00:00Z => Asia/Kolkata => IN => 2029-02-28 day
29 february => en => 2028-02-29T06:00:00Z => Asia/Kolkata => IN => 2028-02-29 day
kal => hinglish => 2028-02-28T06:00:00Z => Asia/Kolkata => IN => 2028-02-29 day
আগামীকাল => bn => 2026-12-31T18:30:00Z => Asia/Dhaka => BD => 2027-01-02 day
পহেলা বৈশাখ => bn => 2026-12-31T18:30:00Z => Asia/Dhaka => BD => 2027-04-14 day
in 2 hours => en => 2027-03-28T00:30:00Z => Europe/London => GB => 2027-03-28T03:30 minute
in 2 hours => en => 2026-10-25T00:30:00Z => Europe/London => GB => 2026-10-25T02:30 minute
in 1 day => en => 2027-03-27T12:00:00Z => Europe/London => GB => 2027-03-28 day
tomorrow at noon => en => 2027-03-13T17:00:00Z => America/New_York => US => 2027-03-14T12:00 hour
3/12/2026 => en => 2026-11-18T15:00:00Z => America/New_York => US => 2026-03-12 day
25/12/2026 => en => 2026-11-18T15:00:00Z => America/New_York => US => 2026-12-25 day
3/12/2026 => en => 2026-11-18T15:00:00Z => Europe/London => GB => 2026-12-03 day
independence day => en => 2026-11-18T15:00:00Z => America/New_York => US => 2027-07-04 day
thanksgiving => en => 2026-11-18T15:00:00Z => America/New_York => US => 2026-11-26 day
tonight => en => 2026-11-18T23:59:00Z => UTC => GB => 2026-11-18T18:00/2026-11-19T00:00 hour
last month => en => 2026-03-31T12:00:00Z => UTC => GB => 2026-02-01/2026-03-01 month
3 months ago => en => 2026-05-31T12:00:00Z => UTC => GB => 2026-02-28 day
shaam 5 baje => hinglish => 2026-11-18T13:00:00Z => Asia/Kolkata => IN => 2026-11-19T17:00 hour
at 3 => en => 2026-11-18T12:00:00Z => Asia/Kolkata => IN => 2026-11-19T15:00 hour
raat 2 baje => hinglish => 2026-11-18T19:00:00Z => Asia/Kolkata => IN => 2026-11-19T02:00 hour
christmas => en => 2026-12-25T12:00:00Z => UTC => GB => 2026-12-25 day
next quarter => en => 2026-12-31T12:00:00Z => UTC => GB => 2027-01-01/2027-04-01 quarter
friday => en => 2026-11-20T06:00:00Z => Asia/Kolkata => IN => 2026-11-27 day
friday at 6 pm => en => 2026-11-20T06:00:00Z => Asia/Kolkata => IN => 2026-11-20T18:00 hour
शुक्रवार शाम छह बजे => hi => 2026-11-20T06:00:00Z => Asia/Kolkata => IN => 2026-11-20T18:00 hour
`
