export { invalidOption, kindOf } from "../diagnostics/invalid-option.ts";
