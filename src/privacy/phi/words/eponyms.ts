/** People long dead whose names are diseases, signs, stains, scores, tubes and machines: lower case, without accents. */
import { wordSet } from "./wordSet.ts";

export const eponyms = wordSet(`
addison adson albright alport alzheimer amsler apgar apley arnold asperger auer babinski baker bakers balint bankart barre barrett
barthel barton bartter basedow batten becker beckwith behcet bence bell bells bernard bernoulli berry bethesda bier billroth bishop
blalock bland boerhaave bowen bowman braden braxton breslow brodie broca brown brugada brudzinski buerger burkitt buxton bunsen
campbell caplan carnot castleman chaddock chagas charcot chediak cheyne chiari child child-pugh christmas churg chvostek clark clostridium
cobb codman colles conn cooley coombs cooper courvoisier crohn creutzfeldt crouzon cushing cullen dandy darier denys doppler down downs
dressler duchenne duke dupuytren edman edward edwards ehlers eisenmenger ellison epstein erb ewing fabry fallot fanconi felty finkelstein
fisher fitzpatrick foley forrest fournier fowler framingham freiberg friedreich frey galeazzi gaucher gilbert giemsa gilles glasgow gleason
golgi goodpasture gottron gower gram grave graves grey guillain guthrie haglund hamilton hamman hampton hantaan hartmann hartnup hashimoto
hawkins heberden heimlich heinz helmholtz henoch hippel hirschsprung hodgkin hodgkins holmes holter homan homans horner howell hunt hunter
huntington hurler hutchinson jacob jacksonian jakob janeway jarisch jehovah jennings johnson joll jolly jones kaplan kaposi kartagener
kawasaki kayser kelly kernig kienbock killip klebsiella kleihauer klinefelter klippel koch kocher koplik korotkoff korsakoff kupffer
kussmaul lachman lambert landau langerhans larsen lasegue legg leishman leopold lesch levey lewy lewis lhermitte libman lister listeria little
lowenstein ludwig lund lyme mallory mantoux marburg marfan marjolin may mcburney mcgill mcmurray meckel meige mendel meniere merkel michaelis
miller minnesota mohs moro montgomery munchausen munro murphy myers nash neer nikolsky nissl noonan norton osgood osler ottawa paget pancoast
papanicolaou parkinson parkland pavlov perthes petri peutz peyronie phalen pick plummer pompe pott potter prader pringle prinzmetal pugh
purkinje quincke quinsy ramsay ramstedt ranson rapoport raynaud recklinghausen reed refsum reiter reye rhesus richter riley rinne ritter
romano romberg rorschach rossolimo roth roux rovsing rubin rutherford salmonella salter sanger schatzki schistosoma schwann sengstaken sever
sezary sheehan shigella shwachman simmonds sims sipple sjogren smith snellen spurling stein steele sternberg still stokes strauss sturge
swan sweet syme takayasu takotsubo tay thomas thompson tietze tinel todd tourette towne trendelenburg trousseau truelove turner valsalva
venn vincent virchow volkmann waldenstrom wallenberg warthin wasserman waterhouse weber wegener weil wells wernicke western westergren
wharton whipple wilcoxon willebrand williams wilms wilson ayliffe sequard leventhal willis winkler witts wolff wright yates yersinia zenker ziehl zollinger nissen thudichum
`);
