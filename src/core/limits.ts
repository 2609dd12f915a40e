/** Maps and lists nested deeper than this are refused, so that nothing that walks a value runs out of stack. */
export const deepestValue = 1_000;
/** One attribute yields no more values when it is read, within each other or beside each other, and a log no more when it is taken apart. */
export const mostValues = 1_000_000;
/** A grok pattern becomes no longer than this, in UTF-16 code units, when what it stands for is written into it. */
export const longestGrok = 1 << 20;
/** The nodes of a changed XML document repeat no more often than this. */
export const mostXmlRepeats = 1 << 21;
/** Text is put into elements in XML documents of up to this many elements within each other. */
export const deepestXml = 10_000;
/** An XPath that goes more steps from node to node than this, in one evaluation, is refused. */
export const longestXPathWalk = 20_000_000;
/** The longest text that a function makes, in UTF-16 code units. */
export const longestText = 1 << 26;
/** Braces in glob patterns are at most so many within each other. */
export const deepestGlob = 100;
/** A time format has at most so many directives. */
export const mostTimeDirectives = 1_000;
/** A text that fits none of so many layouts of its time format is no time. */
export const mostTimeAttempts = 1_000;
/** Statements that meet what they make are stopped when it was made of what was made so many times before it. */
export const deepestMaking = 100;
/** Statements that meet what they make are stopped when so many items were made of such that were made. */
export const mostMadeOfMade = 100_000;
/** Buckets of exponential histograms that are merged become no more, on each side of zero. */
export const mostBuckets = 1_000_000;
