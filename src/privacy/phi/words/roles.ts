/** Who works in a hospital, and where: lower case, without accents. */
import { wordSet } from "./wordSet.ts";

/** Before or after a name they introduce somebody who is no patient. */
export const roles = wordSet(`
dr drs doctor doctors doc docs prof professor nurse nurses matron sister rn lpn np pa-c hca cna porter porters courier couriers driver
drivers interpreter interpreters translator volunteer volunteers midwife midwives registrar consultant consultants surgeon surgeons resident
residents intern interns fellow attending pharmacist pharmacists technician technicians tech techs technologist technologists phlebotomist
phlebotomists radiographer radiographers physio physios physiotherapist therapist therapists dietitian chaplain father pastor imam rabbi
manager managers supervisor director coordinator clerk receptionist secretary secretaries engineer engineers plumber electrician
housekeeper housekeepers cleaner cleaners cook chef student students trainee apprentice colleague colleagues mentor preceptor lead chief
officer guard security paramedic paramedics emt sho f1 f2 fy1 fy2 cns anp odp scientist scientists haematologist hematologist pathologist
radiologist cardiologist anaesthetist anesthetist anesthesiologist oncologist psychologist psychiatrist microbiologist biochemist librarian
buyer accountant analyst admin administrator assistant assistants superintendent vendor rep representative warden wardens
deputy domestic domestics orderly orderlies head boss team-lead governor trustee gardener handyman barista hca hcas hcsw healthcare-assistant practitioner practitioners
educator tutor lecturer teacher trainer buddy teammate dentist optometrist audiologist dietician sonographer perfusionist biomedic captain
officers cno ceo coo cfo cmo cio vp crna rrt rrts slp acp bms mls constable reverend rev ate kuya sir ma'am maam engr
chairman chairwoman contractor contractors auditor auditors inspector inspectors assessor assessors councillor traveler rph pharmd rmn rgn ward-clerk preceptor doktor doktorin schwester pfleger arzt arztin oberarzt frau-doktor kollege kollegin
`);

/** "Gareth in IT", "Mr Petrov from biomedical engineering". */
export const workplaces = wordSet(`
pharmacy finance it estates kitchen kitchens lab labs laboratory haematology hematology micro microbiology biochemistry chemistry
coag coagulation histology histopathology cytology pathology transfusion bloodbank blood biomedical engineering maintenance security
reception switchboard transport portering porters theatre theatres radiology xray imaging ultrasound physio physiotherapy payroll hr
procurement supplies stores sterile cssd evs housekeeping domestics catering laundry linen records coding billing admissions outpatients
phlebotomy phleb endoscopy dialysis icu itu nicu picu ed er a&e triage resus maternity oncology cardiology renal respiratory surgery
pals library education training quality infection facilities facility telecoms canteen cafeteria cafe coffee informatics bioinformatics genetics immunology
virology serology poct logistics waste mortuary chaplaincy administration management roche siemens sysmex beckman abbott day night
discharge bookings scheduling communications research clinic audiology dermatology neurology gastro rheumatology dietetics speech nights
agency council firm safeguarding epic beaker lis medexpress courier clinical hospitality operations purchasing
`);

/** Where patients are hardly ever. "Mr Cook in dialysis" is one, "Mr Petrov in finance" is none. */
export const offices = wordSet(`
pharmacy finance it estates kitchen kitchens lab labs laboratory haematology hematology micro microbiology biochemistry chemistry coag coagulation
histology histopathology cytology pathology bloodbank biomedical engineering maintenance security reception switchboard transport portering
porters payroll hr procurement supplies stores sterile cssd evs housekeeping domestics catering laundry linen records coding billing library
education training quality facilities facility telecoms canteen cafeteria informatics genetics logistics waste administration management bookings
scheduling communications research safeguarding hospitality operations purchasing roche siemens sysmex beckman abbott courier agency theatres
`);

export const titles = wordSet(
  "mr mrs ms miss mister mstr messrs herr frau mx master madam mme mlle sra srta senora senhora senor signora signor",
);

/** The word before a name that says it is a patient's. */
export const patientWords = wordSet(
  "patient patients pt pts baby babies babygirl babyboy infant newborn neonate toddler inpatient outpatient deceased patientin",
);
export const kinOf = wordSet(
  "daughter son wife husband mother father mum mom mam dad family parents widow widower sister brother carer nephew niece uncle aunt grandson granddaughter grandmother grandfather twins relatives",
);

/** Before a name: nobody calls a colleague so, unless they are thanked. */
export const pitying = wordSet("little young wee poor old tiny elderly dear frail late");

/** What people at work do, and patients hardly: "Mrs Lockhart taught me". */
export const workVerbs = wordSet(`
taught teaches teaching trained trains explained explains ran runs fixed fixes covered covers led leads organised organized organises
organizes built wrote mentored mentors chaired chairs presented joined joins retires retired retiring works worked operated operates finished
supervised supervises scrubbed scrubs reorganised restocked delivered repaired drove drives ordered answers answered holds held approved
approves gave gives showed shows helped helps stayed reviewed reviews redesigned audits audited
`);

/** Joy of a colleague: beside one of these a name is nobody's in a bed. */
export const occasions = wordSet(`
retirement retiring retires retire leaving leave promotion promoted nominated nominate nomination award awards farewell vote hired joins
joining appointed interview colleague teammate mentor secondment preceptorship induction rota employee month degree exam exams viva course service anniversary
poster lecture cover covered
`);

/** What happens to those who work here alone. */
export const careers = wordSet(`
retirement retires retire retiring promotion promoted nominated nominate nomination award farewell appointed colleague teammate mentor
secondment preceptorship induction rota employee starter joins joining hired interview farewell
`);

/** Whoever is named after them, or after them and small words, is being thanked. */
export const thanking = wordSet(`
thank thanks thankyou thanx thx tks ty tysm kudos cheers props shout shoutout shouts respect love credit recognition recognize recognise
recognizing recognising recognised recognized appreciate appreciating appreciation appreciated grateful gratitude thankful bless blessings
hats nominate nominating nomination hi hey hello dear bravo congrats congratulations congratulating welcome medal applause star stars
mention mentions praise tribute salute celebrating celebrate work job effort catch save gracias merci danke obrigada obrigado ta hug hugs
thanking done round hurrah hooray yay legend hero heroes goes award compliment compliments acknowledge acknowledging nod toast cake
`);

/** Small words that may stand between the thanks and the name. */
export const between = wordSet(`
to for the our my your a an also you u so very much all and both with as well go out big huge massive many special of from this that
everyone everybody team lovely amazing brilliant wonderful dear new best especially particularly including plus too again always really
up by entire whole own night day ward weekend fellow off x n w one two three colleague colleagues buddy mate friend friends superstar
please can we i want wish would like publicly just must should let us say give giving big-hearted proper public quick little again today
more never nothing but lads lad girls girl guys guy ladies boys crew ones who
`);

/** Before two words with capitals that nobody knows they tell of a thing: "the new Bair Hugger". */
export const articles = wordSet("the a an new our this that these both every each another");
