import { quote } from "./literals.ts";
import type { Random } from "./random.ts";
import { altered } from "./texts.ts";

/** Directives of time formats with texts that they read. */
const directives: readonly (readonly [directive: string, ...texts: string[]])[] = [
  ["%Y", "2024", "1969", "0001", "9999"],
  ["%y", "24", "69", "68"],
  ["%m", "02", "12", "7"],
  ["%o", " 7", "12"],
  ["%q", "7", "12"],
  ["%d", "29", "01", "5"],
  ["%e", " 5", "29", "5"],
  ["%g", "5", "29"],
  ["%j", "060", "366"],
  ["%H", "23", "00", "7"],
  ["%k", " 7", "23"],
  ["%I", "11", "12", "01"],
  ["%l", "1", "12"],
  ["%M", "59", "00", "5"],
  ["%S", "59", "00", "60"],
  ["%L", "123", "000"],
  ["%f", "123456", "1"],
  ["%s", "123456789", "1700000000", "5"],
  ["%p", "AM", "PM", "pm"],
  ["%P", "am", "pm"],
  ["%b", "Feb", "Dec", "feb"],
  ["%h", "Feb"],
  ["%B", "February", "May", "März"],
  ["%a", "Thu", "Mon"],
  ["%A", "Thursday", "Monday"],
  ["%Z", "UTC", "CET", "EST", "Z", "MST"],
  ["%z", "+0000", "-0730", "Z", "+05:30"],
  ["%i", "-07", "+01"],
  ["%w", "0730", "-07:00"],
  ["%T", "23:59:59", "00:00:00"],
  ["%R", "23:59"],
  ["%r", "11:59:59 PM"],
  ["%D", "02/29/24"],
  ["%F", "2024-02-29", "2023-07-01"],
  ["%v", "29-Feb-2024"],
  ["%c", "Thu Feb 29 23:59:59 2024"],
  ["%x", "02/29/24"],
  ["%X", "23:59:59"],
  ["%U", "08"],
  ["%n", "\n"],
  ["%t", "\t"],
  ["%%", "%"],
  ["%E", "x"],
  ["%-d", "5"],
];
const separators = [" ", "-", "/", ":", "T", ".", ", ", "", "Z"];
const places: readonly string[] = [
  "UTC",
  "America/New_York",
  "Europe/Berlin",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Nowhere/X",
  "",
  "Local",
];
const locales: readonly string[] = ["en", "de", "fr", "pt_BR", "pt-BR", "ja", "xx", ""];
const whole: readonly (readonly [text: string, layout: string])[] = [
  ["2024-02-29T23:59:59Z", "%Y-%m-%dT%H:%M:%SZ"],
  ["2024-02-29T23:59:59.123+0100", "%Y-%m-%dT%H:%M:%S.%L%z"],
  ["10/Oct/2000:13:55:36 -0700", "%d/%b/%Y:%H:%M:%S %z"],
  ["2023-03-26 02:30:00", "%F %T"],
  ["Feb  5 07:08:09", "%b %e %H:%M:%S"],
  ["Thu, 29 Feb 2024 11:59:59 PM", "%a, %d %b %Y %I:%M:%S %p"],
  ["2024", "%Y"],
  ["1700000000", "%s"],
];

/** A text and a time format that mostly reads it. */
export function timeAndLayout(random: Random): readonly [text: string, layout: string] {
  const [read, layout] = random.chance(0.45) ? random.pick(whole) : madeUp(random);
  return random.chance(0.1) ? [altered(random, read), layout] : [read, layout];
}

/** A time format. */
export function layout(random: Random): string {
  return timeAndLayout(random)[1];
}

function madeUp(random: Random): readonly [text: string, layout: string] {
  let [read, made] = ["", ""];
  const count = random.pick([1, 2, 3, 4, 5, 6]);
  for (let i = 0; i < count; i++) {
    const [directive, ...texts] = random.pick(directives);
    const separator = i + 1 < count ? random.pick(separators) : "";
    made += directive + separator;
    read += (texts.length > 0 ? random.pick(texts) : "") + separator;
  }
  return [read, made];
}

/** The arguments of a call of `Time`. */
export function timeArguments(random: Random): string[] {
  const [read, made] = timeAndLayout(random);
  const args = [quote(read), quote(made)];
  // Without a place the reference takes the machine's, which is UTC here.
  if (random.chance(0.5)) args.push(`location=${quote(random.pick(places))}`);
  if (random.chance(0.3)) args.push(`locale=${quote(random.pick(locales))}`);
  return args;
}
