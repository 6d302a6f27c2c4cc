/** Words that are written with a capital letter and are no person's name: lower case, without accents. */
import { wordSet } from "./wordSet.ts";

/** Months, weekdays and words of every day that are also given names: names only where nothing else makes sense of them. */
export const alsoWords = wordSet(`
april august autumn bill bliss blue carol chance charity christian christmas dale dawn dean destiny drew earl faith frank gene glen grace
grant guy hall harmony heather holly hope hunter iris ivy jade jasmine joy june justice lance lane lily mark mason may melody mercy miles
miss mo noel olive paige page pat patience pearl penny peter ray rich rob rose ruby rusty sandy sister sonny spring stew star sterling sue
summer sunday sunny terry tuesday van victor violet wade will winter woody easter major art basil robin robyn rosemary bob dot rod norm jo ed des vi max nat pip ginger lil ros
`);

/** Towns that people are called after: "sent to Halifax", and "Regina from the lab". */
export const towns = wordSet(`
adelaide albany alexandria aberdeen arlington ashton austin barcelona bergen bradford brighton bristol brisbane burnley camden carlisle carson
charlotte chelsea chester clayton clifton columbus coventry crawford dallas darwin davenport dayton denver derby devon dover durham essex fargo
florence fremont georgia halifax hamilton harlan hudson houston jackson jordan kelowna kent kingston lancaster laurel lincoln logan london lourdes
madison milan milton montgomery morgan newton nelson norton oakland odessa orlando oxford paris preston quincy raleigh reading regina richmond salisbury
savannah selma shelby sheridan sherman stafford stanton sutton sydney taylor trenton troy tyler valencia vernon verona victoria vienna warren
warwick wellington weston wilmington winchester windsor winslow worcester york
`);

/** Those of them that are given to people, and with a capital letter to hardly anything else. */
export const onlyNames = wordSet(`
bob carol dale des dot ed frank glen grace guy holly ivy jade jasmine jo joy lance lily mason max mo nat norm olive pat peter pip ray rob robin
robyn rod ros rosemary ruby rusty sandy sonny stew sue terry vi victor violet woody
`);

/** What thanks and reports begin with or are about: days, greetings, professions, wards, tests, makers, cities. */
export const ordinary = wordSet(`
a about above after again all almost already also although always an and another any anybody anyone anything approach are around as ask
asked at away back be because been before being best better between big both but by called came can care cheers come could day days dear
did do does doing done down during each early effectiveness either else end enough even ever every everybody everyone everything evidence
excellent few final find first for from full gave get getting give given go going gold good got grateful great guidelines had half hands
happy hard has hats have having he hello help helped her here hey hi high him his hi how huge i if impact in indications into is it its just
keep kept kind know kudos last late later latest learned left less let like little local long look looking lot lots love lovely low made make
making management many massive me mega mention more most mr mrs ms much must my myself needs never new next nice night nights no nobody none
nor not nothing now of off often ok okay old on once one only or our ours out outstanding over own part people please post potential
prognosis proper props proud quick quite rather ready really recognise recognising recognition recognize recognizing recommendations
recommended respect right role safe said same saw say second seen send sending she shout shoutout should shows since small so some somebody
someone something special still strategies such super sure take taking team teams thank thanked thankful thanking thanks that the their them
then there therapeutic these they thing things this those though three through thx time times to today together tomorrow tonight too took
treatment treating two ty under until up updated us use used using very via was way we week weekend weeks well went were what when where
whether which while who whoever whole whom whose why wish with within without won wonderful work worked working would year years yes
supply chain superstar weds thurs elders boardroom lift info leaflet leaflets portal feedback voice yesterday yet you your yours youre ive im id itll thats its dont cant whats lets
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march april june july
august september october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter christmas
easter thanksgiving eid diwali hanukkah ramadan halloween eve bank holiday new
acute admin admission admissions adult adults advanced alinity ambulance anaesthesia anaesthetics anatomical anesthesia anesthesiology
anticoagulation architect area assessment assistant associate audit awareness bay beckman becton bench biochemistry biomedical biopsy biorad
birth bleep blood board bottom box breast bronchoscopy building burns campus cancer cap cardiac cardiology cardiothoracic cardiovascular cart
case cath cdc center centre chair charge chart chem chemistry chemo chief children childrens christian chronic church city clia clinic
clinical clinics clsi co coag coagulation cobas code college colorectal committee community company compliance consultant control core
coroner corridor coulter county court covid cpr credentialing critical culture cytology data daycase delivery dental department dermatology
desk diabetes diabetic diagnostic diagnostics dialysis dietetics dietitian digital director discharge disease district division doc doctor
doctors domestic donor dr duty east echo education elective elderly emergency endocrine endocrinology endoscopy engineer engineering ent
environmental epic equipment estates evening evs exam facilities family finance flu floor fire foundation front fund gastro
gastroenterology general genetics geriatric geriatrics gi global go group gynae gynaecology gynecology haematology harmony hca health
healthcare heart hematology heme hemonc hepatology herr frau histology histopathology home hospice hospital hospitals housekeeping human
icu imaging immunology infection infectious infirmary information injury inpatient institute insurance intensive intern internal
international interpreter interventional isolation it kidney kitchen lab laboratories laboratory labor labour labs lead legal level library
linen lis live liver logistics lounge lung main mainframe maintenance major manager maternity matron med medic medical medicare medicine
memorial mental metro micro microbiology midwife midwives ministry minor mobile model molecular morning mortuary mri national nato neonatal
nephrology neuro neurology neurosurgery nhs nicu north northern nurse nurses nursery nursing nutrition obstetrics occupational office
officer oncology operating ophthalmology oral orthopaedic orthopaedics orthopedic orthopedics outpatient outpatients oxford paediatric
paediatrics pain palliative parking pathology patient patients pediatric pediatrics pals pharmacist pharmacy phleb phlebotomist phlebotomy
physical physician physicians physio physiotherapist physiotherapy pharma phd picu plastic plastics point porter porters post practice prep
primary prof professor program programme project psych psychiatry psychology public pulmonary qa qc quality radiographer radiography
radiology radiotherapy reagent reception records recovery red green white black yellow orange regional registrar rehab rehabilitation renal
reporting research resident residents resource respiratory resus rheumatology ribbon river roche room royal safety saint sample san
sarstedt school science sciences screening section security senior service services sexual shared shift short shower showers side siemens sister site skin
social society south southern spinal spine st staff stat state sterile stepdown store stores stroke student students support surgeon surgery
surgical switchboard sysmex systems tech techs technician technologist technologists telemetry terminal theatre theatres theater therapy
thoracic top total toxicology tower trainee training transfer transfusion transplant transport trauma triage trust ultrasound uni unit
united university upper urgent urology va vascular visitor volunteer volunteers waiting ward wards waste welcome wellness west western
wing women womens wound xray young youth zoom teams slack abbott stago bio thermo hologic hettich eppendorf philips becton qiagen illumina
atlanta austin baltimore berlin birmingham boston bristol brooklyn cardiff chicago cleveland dallas denver detroit dublin edinburgh
florida glasgow hamburg harlem hawaii houston kansas leeds leicester lisbon liverpool london manhattan maine manchester memphis miami
michigan milan minneapolis minnesota montana munich nashville nevada newcastle norfolk nottingham ohio oklahoma oregon paris philadelphia
phoenix pittsburgh portland queens rome sacramento salem seattle sheffield texas toledo tokyo toronto utah vancouver vienna virginia
washington york yorkshire zurich america american africa african asia asian australia british canada caucasian chinese dutch english
european filipino france french german germany greek hispanic india indian ireland irish italian italy japan japanese jewish korean latin
latina latino mexican mexico muslim nigerian pakistani polish portugal portuguese romanian russian scotland scottish spain spanish swedish
turkish ukrainian wales welsh
o-neg o-pos a-neg a-pos b-neg b-pos ab-neg ab-pos
class score scale stage grade type criteria reflex sign test index risk trial study guideline scoring syndrome group phase
lisinopril metformin warfarin heparin insulin aspirin amoxicillin vancomycin atorvastatin omeprazole prednisone morphine fentanyl
potassium sodium calcium magnesium ferritin troponin glucose creatinine bilirubin hemoglobin haemoglobin vitamin
`);

/** After a capital letter they make a place of what stands before: "Cedar Crest Clinic". */
export const placeWords = wordSet(`
hospital hospitals clinic clinics infirmary center centre medical memorial health healthcare university institute unit ward wards building
wing street road avenue drive lane house hall school college team department lab laboratory pharmacy general regional community foundation
trust hospice nursing care campus park office system county surgery practice highway station close crescent terrace court gardens bridge
square hotel hall church arms inn pub cafe theatre stadium airport agency staffing comms print systems solutions ltd inc services electrics couriers foods motors airlines taxis bakery lights lodge series beach bay island river
`);

/** In small letters, too: "Elizabeth Garrett ward", "the Jo Cox prize". */
export const namedThings = wordSet(`
ward wards wing unit building clinic centre center suite lounge theatre hospital hospice room lab award prize lecture trial fund trust foundation
scholarship bursary day cup trophy run ride station bridge statue method technique box bottle cards voucher vouchers concert film movie
album song book books
`);
