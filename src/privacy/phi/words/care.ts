/** What is done to patients: lower case, without accents. */
import { wordSet } from "./wordSet.ts";

/** Nobody does these with a colleague. */
export const caresFor = wordSet(`
  wash washing washed feed feeding fed bathe bathing cannulate cannulating cannulated admit admitting discharging discharged intubate
  intubating intubated resuscitate resuscitating resuscitated stabilise stabilising stabilised stabilize stabilizing stabilized mobilise
  mobilising mobilised mobilize mobilizing extubate extubating extubated admitted readmit readmitting readmitted toilet toileting clerk clerking consenting hoist hoisting wheel wheeling wheeled prep prepping prepped repositioning transfusing nursing
`);

/** These one may do with a colleague, too. */
export const sees = wordSet(`
  turn turning turned reassure reassuring reassured settle settling settled discharge transfer transferring transferred treat treating
  treated comfort comforting comforted consent scan scanning bleed bleeding sit sitting sat walk walking walked take taking took get getting
  got bring bringing brought calm calming calmed find finding found move moving moved lift lifting lifted rush rushing rushed see seeing saw
  chase chasing chased call calling called ring ringing rang phone phoning phoned hold holding held escort escorting escorted push pushing
  pushed look looking looked cared caring persuade persuading persuaded convince convincing convinced translate translating
  translated interpret interpreting interpreted read reading sang singing lost
`);
