/**
 * What is listened for when nothing particular is expected, as rules of the Java Speech Grammar Format (W3C note of 5 June 2000). `<more>` is where
 * likely phrases of the listening are put.
 */
export const commandRules = `
public <utterance> = <command> [<closing>] | <closing>;
<closing> = please | thanks | thank you;
<command> = <agreement> | <refusal> | <again> | <person> | <ending> | <waiting> | <number> | <moment> <more>;
<agreement> = yes | yeah | yep | sure | okay | correct | right | of course | that's right | that is right | that's correct | go ahead | sounds good;
<refusal> = no | nope | no thanks | no thank you | not now | not really | wrong | that's wrong | that is wrong | that's not right | i don't know;
<again> = repeat | repeat that | repeat it | again | say that again | say it again | pardon | what did you say | one more time | can you repeat that;
<person> = operator | agent | representative | help | (talk | speak) to (someone | an operator | an agent | a person | a human) | real person;
<ending> = goodbye | bye | stop | cancel | start over | go back | that's all | nothing else | never mind;
<waiting> = wait | hold on | one moment | just a moment;
<number> = <digit> [<digit>] [<digit>] [<digit>] [<digit>] [<digit>] [<digit>] [<digit>] [<digit>] [<digit>] [<digit>] [<digit>] | <tens> [<small>] | <teen>;
<digit> = zero | oh | one | two | three | four | five | six | seven | eight | nine;
<small> = one | two | three | four | five | six | seven | eight | nine;
<teen> = ten | eleven | twelve | thirteen | fourteen | fifteen | sixteen | seventeen | eighteen | nineteen;
<tens> = twenty | thirty | forty | fifty | sixty | seventy | eighty | ninety;
<moment> = [on] <day> [[at] <time>] | [at] <time> [[on] <day>];
<day> = today | tonight | tomorrow | [the] day after tomorrow | [this | next] <weekday> | [this | next] (week | month) | [the] <ordinal> [of <month>] | <month> [[the] <ordinal> | <small> | <teen> | <tens> [<small>]];
<weekday> = monday | tuesday | wednesday | thursday | friday | saturday | sunday;
<month> = january | february | march | april | may | june | july | august | september | october | november | december;
<ordinal> = first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth | eleventh | twelfth | thirteenth | fourteenth | fifteenth | sixteenth | seventeenth | eighteenth | nineteenth | twentieth | thirtieth | thirty first | twenty (first | second | third | fourth | fifth | sixth | seventh | eighth | ninth);
<time> = <hour> (o'clock [<half>] | <minutes> [<half>] | <half>) | (half past | quarter past | quarter to) <hour> [<half>] | noon | midnight | [in the] (morning | afternoon | evening);
<hour> = <small> | ten | eleven | twelve;
<minutes> = fifteen | thirty | forty five | ten | twenty | forty | fifty | oh five;
<half> = a.m. | p.m. | in the (morning | afternoon | evening) | at night;
`
