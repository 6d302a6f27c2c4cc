/** Words that say somebody is being treated, and those that say what is going on with one patient: lower case, without accents. */
import { wordSet } from "./wordSet.ts";

/** What one patient has, gets or is found to have: beside a name, a bed or a date it may point to them. */
export const clinicalWords = wordSet(`
abdomen abscess admit admitted admission airway allergies allergy alzheimers amputation anaemia anaphylaxis anemia aneurysm angina ankle
antibody antibiotic antibiotics aorta appendicitis appendix arrest arrested arrhythmia arthritis asthma ascites bedbound biopsies biopsy
bilirubin bleed bleeding bloods bp bradycardia breathing breathless bruise bypass caesarean cancer cannula carcinoma cardiomegaly
catheter cellulitis chemo chemotherapy chest cholesterol cirrhosis coded colitis collapse collapsed colonoscopy coma confused confusion
consent constipated cough copd creatinine crossmatch crp csf ct cyst d-dimer deceased dehydrated delirium dementia demented depressed
depression diabetes diabetic diagnosed diagnosis dialysed dialysis died discharge discharged dka drain dressing dressings drowsy dying
dyspnea ecg echo ectopic edema ekg embolism endoscopy epilepsy epileptic extubated fall fallen fell ferritin fetal fever fibrillation
fistula fits fluids fracture fractured gangrene gastroscopy gcs glucose haemoglobin haemorrhage haemolysed haematuria hba1c hcg
headache heart-attack hematuria hemoglobin hemorrhage hepatitis hernia hip hiv hospice hypertension hypertensive hypoglycaemia hypo
hypoglycemia hypotensive hysterectomy icu incontinent infarct infarction infected infection influenza injured injuries injury inr insulin
intubated intubation ischaemia ischemia itu jaundice jaundiced keto ketones kidney knee labs labour lactate leg leukaemia leukemia lesion
lft liver lump lumbar lupus lymphoma mammogram malaria mastectomy mca melanoma melaena meningitis metastases metastatic mi
miscarriage miscarried mri mrsa murmur myeloma na nausea nebuliser necrosis neutropenia neutropenic nosebleed obs oedema op operated
operation overdose oxygen pacemaker palliative palpitations pancreatitis paralysed parkinsons pe ph platelets pneumonia pneumothorax
positive potassium preeclampsia pregnancy pregnant procedure prolapse prognosis psa psychosis psychotic pulse puncture pyelonephritis
rash readmitted relapse relapsed renal respiratory result results resus resuscitated resuscitation sats scan scans schizophrenia sample
samples sats seizure seizures sepsis septic shock sick sob sodium specimen spine spleen sputum stroke stillbirth stoma stool suicidal
suicide surgery swab swabs syncope symptoms tachycardia thrombosis thyroid tia transfused transfusion transplant trauma treated treatment
tsh troponin tube tumor tumour ulcer ulcers ultrasound unconscious unresponsive unwell urine uti vitals vomiting vomit wbc wound wounds
xray x-ray gas gases abg abgs vbg bolus suction trache tracheostomy peg tpn dvt stemi nstemi meds medication drip iv ng dressing painkillers
npo nbm antiemetic analgesia chemotherapy radiotherapy gentamicin vancomycin warfarin heparin
`);

/** Clinical words that are also where people work and what they do all day: no sign that a day was a patient's. */
export const placesOfCare = wordSet(`
icu itu ct mri echo labs bloods blood sample samples scan scans xray x-ray result results swabs swab specimen transfusion chemo endoscopy
dialysis ultrasound trauma renal respiratory obs resus consent ecg ekg psa inr ph glucose positive labour oxygen treatment colonoscopy
gastroscopy procedure surgery op na pe mi troponin influenza hospice drain shock blind urine cannula pacemaker infection pregnancy cancer
thyroid dementia diabetes stroke sepsis died dying collapsed collapse arrested fall fell fallen discharge discharged admit admitted admission
`);

/** What only one person can have: "Doe's potassium", "the MRI for Alan". */
export const ownedWords = wordSet(`
abscess admission allergies allergy amputation angiogram antibodies appendix arrest bilirubin biopsies biopsy bleed bloods blood bp bruises
cannula catheter chest chemo cholesterol colonoscopy condition creatinine crossmatch crp ct cultures ddimer death diagnosis dialysis
discharge dob dressing dressings ecg echo ekg fall ferritin fever fluids fracture glucose haemoglobin hb hba1c hemoglobin hip
hypo inr infection injury iron ketones kidney kidneys knee labs lactate leg liver medication meds mri mrn observations obs op operation
pacemaker pain platelets pneumonia potassium pregnancy prescription procedure prognosis referral relapse result results samples sample sats
scan scans seizure seizures sepsis sodium specimen specimens stitches stoma stroke sugars surgery swab swabs symptoms tests transfer
transfusion treatment troponin tsh tube tubes tumour tumor ulcer ultrasound urine vitals wound wounds xray x-ray xrays k hgb wbc ultrasounds
histology cytology smear cardioversion units slides images film notes folder bag insulin tablets dentures glasses discharge bloods bronch bronchoscopy scope picc lp eeg cath screen crossmatch type insurance gastroscopy slot cultures
`);

export const familyWords = wordSet(`
daughter daughters son sons mum mom mam mother dad father wife husband widow widower partner family relatives relative carer parents brother
brothers sister sisters grandson granddaughter grandmother grandfather nan gran aunt uncle nephew niece fiance fiancee girlfriend boyfriend
neighbour neighbor kids children twin twins mates bed room chart notes file record records baby folder wristband locker belongings glasses
hearing dentures bedside funeral wedding birthday letter birth section skin feet hand hands hair nails teeth face dog cat flowers card slippers
bag phone legs arm voice end last
`);

/** After one of these it is a talk, a list or a machine about the thing, not the thing itself. */
export const aboutWords = wordSet(`
lecture talk training poster audit teaching guide course study criteria board project policy sop protocol team machine pump analyser
analyzer list rota clinic session demo drill quiz lead nurse tech technician lab department bank inventory planning management rounding skills rounds coordination cupboard trolley store spreadsheet whisperer
`);

/** After a name they make it a disease, a sign or a stain. */
export const eponymNouns = wordSet(`
syndrome disease sign reflex test stain stains score scores criteria classification scale scaling reaction phenomenon manoeuvre maneuver
procedure operation lymphoma sarcoma anaemia anemia palsy tube catheter forceps clamp table position fracture hernia ring pouch node nodes
ulcer fever cells cell bodies body rods rod law chart graph plot murmur pulse triad tetralogy contracture sulcus chamber pipette agar medium
index risk trial study protocol guideline guidelines grade stage class staging formula method reagent flask dish drain line thyroiditis
encephalopathy nephropathy aphasia chorea ataxia gangrene dystrophy muscular tremor rash spots diet exercises splint nails culture curve
apraxia esophagus oesophagus diverticulum duct gland cyst tumour tumor hemodialysis scan scanner analyser analyzer centrifuge system bag
buffer solution coefficient coma resuscitation scissors retractor technique bundle fibres lens mask mixture
`);
