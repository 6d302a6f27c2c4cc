/**
 * Given names as they are common in hospitals of North America, Britain and Germany, lower case and without accents. None of
 * them is also a word, a month or a place that thanks are full of: those are told apart by what stands around them (ordinary.ts).
 */
import { wordSet } from "./wordSet.ts";

export const givenNames = wordSet(`
billy willy artie baz benji becca betsy bette bram caz cass chaz colly corrie davey davy deb deedee denny dickie donnie dudley dunc
flossie gaz gert hattie hatty hazza howie hughie immy jax jeannie jen jock jonny jules kaz kev len lenny lew lizzie lizzy lyn maddy mags
marj marv maudie merv mikey milly moz nance neddy nell nige nobby olly ozzie pammy paulie perce raf ritchie robbo robby roxy russ sammy
shaz shirl sissie steph stuey suze tash tessie thom tibby trev trix vern walt wes wilfie yaz zach fiadh senga angharad dilwyn abeba esi
kwesi sade tariro rudo mamadou oumar ousmane abdullahi jaspreet baldev amarjit min-jun ji-woo soo-jin dalisay jejomar jun-jun rodel ronel
chuy paco chelo rocio citlali socorro ostap gosia ola basia fatemeh hossein farzaneh ahmet elif
garry barrie rodge aaliyah aarav aaron aasim abbas abby abdallah abdelrahman abdi abdifatah abdikarim abdinasir abdirahman abdul abdulaziz abdulkadir abdulla
abdullah abdulrahman abdus abebe abeer abel abelardo abena abigael abigail abilio abimbola abiodun abiola abla abosede abraham abrehet abu
achieng ada adaeze adam adan adaora addison adebayo adebola adedayo adekunle adel adela adelaida adelaide adele adeleke adelino ademola
adeniyi adeola adesola adetokunbo adetola adewale adeyemi adhiambo adil adilson adina aditi aditya adjoa adnan adolfo adrian adriana
adrianna adriano adunni adwoa afaf afia afolabi afonso afsaneh aftab agapito agata agim agnes agnetha agnieszka agostinho agoston agustin
agustina ahlam ahmad ahmed aida aidan ailbhe aileas aileen ailish ailsa aine aisha aishwarya aisling aislinn aiste aivars ajay ajit ajmal
akari akash akbar akemi akhil akihiro akiko akin akinyi akio akira akosua akram akua akwasi alaa alan alana alastair albert alberta
albertina alberto albie alcides aldo alec alejandra alejandro alejo aleksandar aleksander aleksandra aleksy alemu alessandra alethea alex
alexa alexander alexandra alexandru alexis alf alfie alfonso alfred alfreda alfredo algernon ali alice alicia alicja alick alina alison
alistair aliyah allan allen allison alma almas almaz alok alonso altagracia alun alvaro alvin alwyn alyssa ama amabel amadeu amadi amado
amaka amal amalia amanda amani amanuel amara ambrose ambrosia ameen ameer ameera amelia amer americo amihan amina aminata amineh amir amit
amna amparo amr amra amrita amy ana anabel anabela anacleto analia analyn anand ananya anas anastasia anastasio anastazja anatol anders
andre andrea andreas andreea andrei andreia andres andrew andris andriy andrzej andy aneta angela angelica angelina angelita angelito
angus anh ania anibal anika anil anirudh anita anjali anjana ankit ankita ann anna annabel annabelle annaliese annalise annaliza anne
annette annie annika anoma anong anselmo antero anthea anthony antoine anton antonella antonia antonieta antonina antonio anu anuj
anuoluwapo anupama anuradha anwar anya anyango aodhan aoibheann aoibhinn aoife aonghas aparna apolonia arabella araceli araminta arash
arben arcelia archana archie ari ariadna ariana ariel ariella arif aristides arjun arlene arlo armando armindo arne arnel arnold aroha
arsenio artemis arthur artur arturas arturo arun aruna arvind arvinder arwa asa asad asami aseel asha ashfaq ashley ashling ashok ashraf
ashwin ashwini asif asim asiya asma asmaa assumpta astley astrid asuka asuncion atanasio athanasios atieno atif atiya atsuko atsushi
attila attracta auberon aubrey audra audrey augusta augustine augusto aung aurelia aurelie aurelio aurora austin ava aveline avi avinash
avis avraham avril awad awino ayaan ayaanle ayaka ayako ayan ayesha ayla aylin ayman aymen ayo ayodele ayomide ayse ayub ayumi ayush azhar
aziz aziza azra azucena babajide babak babatunde babs badr baha bahar bahram baiba bairbre balaji balazs baltasar balwinder bamidele bao
baoyu barbara barnaby barney barry bartek bartolome bartosz bashiir bashir basilio basim basma bassam bastian baudelio bayani beata
beatrice beatrix beatriz becky behnaz behrouz bekele belen belinda bella ben benedict benedicta benigno benita benito benjamin benny
berenice berhane berk bernabe bernadette bernadine bernard bernarda bernardete bernardino bernardo bernd bernice bernie bert berta bertha
bertie bertram beryl besnik bess bessie beth bethany bettie bettina betty bev beverley beverly bharati bhavna bhupinder bianca bienvenido
bilal bimala binbin binh biniam binnie birgit bishnu blaithin blanca blanche blathnaid blazej blerim blessing bobby bogdan boguslaw
boguslawa bohdan bojan bola bolaji bolanle bongani bonnie boonmee bopha boris bounmy bozena bracha brad bradley brandi brandon branko
braulio brayden breege brenda brendan brenna brent brett brian brianna bridget bridgette bridie briege brielle brigid brigida brigitte
britney brittany brody bronagh bronislaw bronson bronwen bronwyn brooke bruce bruna bruno bryan bryce bryn bryony bryson bujar bukola
bunmi bunty burak bushra busra byron cabdi caden caetano cahal cahir caitlin caitlyn caleb calista calixto callie calliope callum calum
calvin cameron camila camilla camille camilo candelaria candice candida candido caoimhe caoimhin caolan cara caragh carina carl carla
carlene carlito carlo carlos carlota carlotta carly carmela carmella carmelo carmen carmencita caro carol carole carolina caroline carolyn
carrie carter carys casey casimiro caspar casper cassandra cassie cassio catalin catalina catarina cathal cathaoir catharine catherine
cathleen cathryn cathy catia catrin catriona cayden cayetano cecil cecile cecilia cecily cedric celedonio celeste celestine celestino
celia celine celso ceri cerys cesar cesario cezary chad chaim chaiya chaminda champika chandan chandra chandrika changming chantal
chantelle chanthou chao charis charlene charles charlie charlotte charlton charmaine chas chathurika chau chaya chayo chea chelsea chelsie
chema chenchen cheng chepe cherie cheryl cheryle chester chetan chiamaka chiara chibueze chibuzo chidera chidi chidiebere chidinma chie
chieko chigozie chijioke chika chinaza chinedu chinelo chinonso chinwe chinyere chioma chipo chisom chitra chiu chiyo chizoba chloe chris
chrissie chrissy christa christabel christelle christian christina christine christoph christopher christopherson christos chukwudi
chukwuebuka chukwuemeka chukwuma chunhua chunmei ciara ciaran cicely cilla cillian cindy claire clancy clara clarence clarice claris
clarissa clarrie claudete claudette claudia claudine claudio clem clemencia clement clementina clementine cleo cleopatra cleve cliff
clifford clint clinton cliodhna cliona clive clodagh clotilde cody coinneach cole coleen colette colin colleen colm colman colton conall
conceicao concepcion concepta connie connor conor conrad constance constantin consuelo coralie cordelia corin corinne cormac cornelia
corrina corrine cosima cosmin costin craig crisanto crispin cristian cristiano cristina cristobal cristovao crystal cuong curtis custodio
cuthbert cyndi cynthia cyprian cyril czeslaw dace dafydd dahlia daichi daiki daisuke daisy daithi daiva dakota dalal dale dalia dalila
dalit daljit dalton dalya damaris damian damiao damien damilola damon dan dana dandan dania daniel daniela danielle danika danilo danni
danny dante danuta dao daphne daphnie dapo dara darby darcy darek dario darius dariush dariusz darla darlene darnell darragh darrell
darren darryl darshan darwin dave david davina dawid dawit dawne dawood dawson dayo deandra deanna debbie deborah debra debs declan deena
deepa deepak deepika deepti deeqa deirbhile deirdre deja dejan delbert delfim delfino delia delilah delores delphine delroy delyth
demetrius demi dena denholm denis denise deniz dennis denzel denzil derek dermot dervla deshawn desiderio desiree desmond despina dessie
desta devendra devika devon devorah dewayne dewi dexter dhruv diana diane dianna dianne diarmaid diarmuid diego dieter dilani dilip dillon
dilshan dilys dimitra dimitri dimitrios dina dinah dineo dinesh dinh dinis diogo dion dionisio dionne diosdado dipak dipti dirk dirkje
divya dmitri dmytro doina dolly dolma dolores dolph dominga domingo domingos dominic dominica dominik dominique donal donald donella donna
donncha donovan dora dorcas doreen dorian dorin dorinda doris dorota dorothea dorothee dorothy dottie doug dougal dougie douglas dovid
dragan dragana dritan driton drusilla duarte dulce dulcie duncan duong durga dustin dwayne dylan dympna eabha eamon eamonn eanna eartha
ebele ebere ebonie ebony ebrahim ebru ebuka edda eddie eddy edelmira edgar edgardo edie edite edith edmund edna edson eduardo edward edwin
edwina edwyn edyta effie efrain efren efua egle ehab eiji eiko eileen eilidh eilis eimear eimhear eirian eirlys eitan eithne ejike ekene
ekow ekua eladio elaina elaine elana elba eleanor eleazar eleftheria elena eleni eleuterio elfriede eli eliana elias elida eligio elijah
elin elinor elio elisa elisabete elisabeth elise eliseo elisha eliza elizabeth elke ella ellen ellery ellie elliot elliott ellis elma
elmer elodia eloisa eloise eloy elroy elsa elsie elspeth eluned elva elvia elvira elwood elwyn elzbieta emad eman emanuel emeka emeline
emelita emer emerita emi emiko emil emilia emiliano emilie emilio emily emina emine emlyn emma emmanuel emmanuelle emmeline emmet emmett
emory emre emrys encarnacion enda enedina engracia enid enitan enoch enrique enzo eoghan eoin ephraim epifanio eriberto eric erica erik
erika erin erkan ermelinda ermias ernest ernestine ernesto ernie errol erzsebet esme esmee esmeralda esperanza estanislao esteban
estefania estela estelle estevao esther eszter etain ethan ethel etsuko etta ettie euan eufemia eugene eugenia eugenie eugenio eulalia
eunice eurico euridice eusebia eusebio eustace eva evan evangelia evangelina evangeline evans evaristo eve evelia evelina evelyn everett
evie ewa ewan ewart ewelina ewen ezekiel ezequiel ezinne ezra faaiz fabian fabienne fabio fabiola fabricio fachtna facundo fadi fadia
faduma fadwa fahad fahim fahmida faisal faiza faizan fangfang fanny farah farai farhad farhan farhana farid farida fariha faris faron
farooq farrukh fartun faten fathi fathima fatima fatinha fatma fatmir fatos fatou fatoumata faustino fausto fawaz fawzia fay fayaz faye
fazlul feargal federica federico feifei fela felicia feliciano felicidad felicite felicity felino felipa felipe felisa felismina felix
femi fenella fenfang feng ferdousi ferenc fergal fergie fergus ferhat fermin fern fernanda fernando fernao ferne feroz ferris fetu ffion
fiachra fidel fikret filiberto filip filipa filipe filmon filomena finbar finbarr finlay finley finn finnegan fintan fiona fionn fionnuala
firmino fisayo fitzroy flavia flavio fleur flora florence florencia florencio florentino florian floriberto florin florrie floyd folake
folasade folashade fortino fortunato fouad fozia fran franca frances francesca francesco franciele francine francis francisca francisco
franciszek franck frankie franz fraser fred freda freddie freddy frederick fredrick freya frida frieda friedhelm friedrich fritz froylan
fumiko fumio funke funmi funmilayo gabby gabe gabino gabor gabriel gabriela gabrielle gaby gail ganesh gareth garrett gary gaurav gavin
gayathri gaynor gbenga gearoid geeta geetha gemma genaro genevieve genji geno genoveva genowefa geoff geoffrey george georgette georgia
georgie georgina georgios geraint gerald geraldine geralyn gerard gerardo gerd gerhard germaine germano gerry gertie gertrude gertrudis
gerty getachew gethin ghada ghassan gheorghe ghulam giang gianna gideon gilad gilbert gilberto gilda giles gillian gilmar gina ginaro
ginny gintaras giorgos giovanni girish girma gisela gisele giselle gitel giulia giuseppe gladwyn gladys glen glenda glenn glenys gloria
glyn gobnait godfrey godric goncalo gonzalo gopal goran gordon goro gottfried govind graciela gracinda grady graeme graham grainne grayson
grazyna greg gregor gregorio gregory greta gretchen gretel greville greyson griffin griselda grover gruffydd grzegorz guadalupe guang
guangming gudrun guifang guilherme guilhermina guillermo guinevere gulsen gumersindo gunther guntis guo guoqiang gurdeep gurmeet gurpreet
gus gussie gustav gustavo gwen gwenda gwendolen gwendolyn gwenllian gwilym gwyn gwyneth gyorgy habib habiba habibo hadassah hadi hadiya
hafsa haider haifa haile haiyan hajar hajime hakan hakeem hakim hala halina halle hallie halyna hamad hamed hameed hamid hamida hamish
hamza hana hanan hani hania hanif hanna hannah hanne hannelore hannes hans haoran harald hardeep haris harish harjit harlan harleen harley
harlow harminder harmon harold haroon harper harpreet harriet harry harsha haruka haruki haruko haruo haruto harvey hasan hashim hashini
hasina hasna hassan hatem hatice hattie hayat hayden hayley hazel hazelle heather hector hedda hedwig hedy hefin heidi heinz heitor helder
heledd helen helena helene helga helio helmut hema hemant hemi henok henri henrietta henrik henrike henrique henriqueta henry henryk herb
herbert herbie herlinda herman hermann hermelinda hermenegildo herminia herminio hermione hernan hester hetty heulwen hezekiah hiba hibaq
hideki hideko hideo hien hieu hikari hilaire hilaria hilario hilary hilda hildegard hildegarde hillary hina hinata hinewai hipolito hiram
hiroki hiroko hiromi hironori hiroshi hiroto hiroyuki hisako hisham hitomi hitoshi hiwot hla hoang hodan holger hong hongmei honorata
honorio horace horacio horatio hortensia howard htun huan hubert huda hudson huey hugh hugo huifang huiling huma humaira humberto humphrey
huong huseyin husna hussain hussein huw huxley huyen hwa hyun hywel iain ian ianthe iarla ibrahim ibtisam ibukun ichabod ichiro ida idil
idowu idris iestyn ieuan ieva ifan ifeanyi ifeoma ifor ifrah iftikhar ifunanya ignacia ignacio ignacy ignatius igor igraine ihab ihor
ijeoma ike ikechukwu ikenna ikraan ikram ilana ilda ildefonso ildiko ilham ilja ilka ilona ilsa ilse ilyas ilze imad iman imani imelda
imesha immanuel imogen imran imre inaam inas indira indu ines inga inge ingeborg ingo ingrid innes inocencia ioan ioana ioane ioannis
iolanda iolanthe iolo iona ionut iqbal ira iracema irasema irek irena irene ireneusz ireti irfan irina iris irma irmgard irum irvin irving
iryna isaac isabel isabela isabella isabelle isadora isagani isaiah isamu isaura ishaan ishara ishita isidora isidore isidro isilda isla
ismael ismail ismet isobel isolde isra israa issa issy istvan itzel ivan ivana ivanka ivar ivete ivette ivo ivone ivor ivy iwan iwona
iyabo iza izabela izumi izzy jaber jabir jacek jacinda jacinta jacintha jacinto jacira jack jacki jackie jackson jaclyn jacob jacqueline
jacquelyn jacques jacqui jada jaden jadwiga jafar jagdish jagjit jagoda jahanara jahangir jaime jairo jake jakub jalal jaleh jalil jamal
jameel james jameson jamie jamila jamison jan jana jancis jane janelle janet janette janey janice janina janine janis janita janna jannat
jannette januario janusz jared jarek jarlath jaroslaw jarrett jarrod jarvis jasbir jasmin jasmina jasmine jason jasper jasvir jaswinder
jaunita javed javier jawad jaxon jaxson jaya jayanti jayashree jaycee jayden jayne jaynie jean jeanette jeb jed jedidiah jeff jeffery
jeffrey jehan jelena jemima jemma jenifer jenna jennie jennifer jenny jens jeremiah jeremy jeri jerico jermaine jermyn jerome jeronimo
jerri jerrod jerry jerzy jess jessamy jesse jessica jessie jesus jethro jhun jiahao jian jianguo jianhua jiao jiayi jide jie jignesh jihan
jill jilly jim jimena jimmy jing jingjing jinhua jinny jinping jiro jisoo jitendra jiwoo joan joana joann joanna joanne joannie joao
joaquin joaquina jobst jocasta jocelyn jochen jodi jodie jody joe joel joely joey johan johann johanna johannes john johnathan johnnie
johnny jolanta joleen jolene jomar jon jonah jonalyn jonas jonathan jonathon joni jools jordan jorg jorge jorginho jose josef josefa
josefina joseph josephina josephine josh joshua josiah josie josielyn josue jovelyn jovita joyce joye jozef jozefa juan juana juanita
juanito judah judd jude judi judie judite judith judy juli julia julian juliana julianne juliano julie juliet julieta juliette julio
julita julius jumoke junaid junichi juniper junjie junko jurate jurgen juris juro jussara justin justina justine justyna jutta jyothi
jyoti kacper kaede kagiso kahu kai kaiden kaiming kaitlin kaitlyn kalani kaleb kalpana kaltum kamal kamala kamau kameron kamil kamila
kamlesh kamran kanako kanchan kanya kaodi kaori kaoru kapil karabo kareem karen karim karima karin karina kariuki karl karla karlheinz
karol karolina karrie karsten karthik kasey kashif kasia kasper kasun katalin katarzyna kate katerina kateryna kath katharina katharine
katherine kathi kathie kathleen kathryn kathy katie katja katrin katrina katrine katsumi katsuo katy kausar kaushik kaveh kavita kay kaye
kayla kayleigh kazimiera kazimierz kazue kazuhiro kazuki kazuko kazuo kazuya kealan keaton kebede keegan keeley kehinde keiichi keiko keir
keiran keisha keisuke keita keith kelechi kelli kellie kelly kelsey kelvin kemal kemi ken kendra kendrick kenelm kenichi kenji kenna
kenneth kenny kenta kentaro kenton kenzie keoni kermit kerri kerrie kerry kerstin kevin keyshawn keziah khadija khadijah khadra khadro
khaled khaleda khalid khalida khalil khamla khanh khoa khurram kiara kidane kiefer kiera kieran kieron kikelomo killian kim kimberley
kimberly kimmy kinga kipchoge kira kiran kiri kirk kirsteen kirsten kirstie kirsty kirti kishore kittisak kitty kiyoko kiyoshi klara
klaudia klaus klemens kofi koichi koji kojo kola kolawole komal konrad konstantin konstantinos kostas kosuke kris krishna krishnan krista
kristen kristian kristie kristin kristina kristoffer kristopher kristy krystal krystian krystyna krzysiek krzysztof kuba kudzai kuldeep
kulwinder kumar kumari kumiko kunal kunle kurt kurtis kwabena kwadwo kwaku kwame kwasi kweku kyle kyleigh kyoko kyra kyung labiba lacey
lachlan lacramioara ladan laercio lagi lahiru laila laith lakeisha lakshmi lalit lalitha lalo lamar lamia landon lanre lanying laoise lara
larissa larry lars larysa laszlo lata latha latif latifa latisha latoya laura lauren laurence lauretta laurie laurinda lautaro laverne
lavina lavinia lawanda lawrence lawrie laxmi layla lazaro leah leander leandro leanne lech leif leigh leila leilani lejla lekan leland
lemuel lena lenny lenora lenore leo leobardo leocadia leocadio leon leonard leonardo leoncio leonel leonie leonilde leonor leonora
leontyne leopoldo lerato leroy lesley leslie lester leszek letebrhan leticia letitia lettie leusa levent levi lewis lexi lexie leyla lhamo
liam liang libby librado lidia ligaya ligia lihua lijuan lili lilian liliana liliane liling lilith lilli lillian lillie lilly lily lina
linda lindiwe lindsay lindsey linette lingling linh linnea lino linus lionel liping liqin lirije lisa lisandro lise lissa livia liviu
livvy liwayway liwei liz liza ljiljana llewellyn llewelyn lleyton llinos llio lloyd lochlann logan lois lola londyn lonnie loraine lorcan
loren lorena lorene lorenza lorenzo loretta lori lorine lorna lorraine lorrie losa lotta lotte lottie lou louella louie louis louisa
louise lourdes lourenco lowri lualhati luan luana luay lubna lubomir luca lucas lucia lucian luciana luciano lucien lucilia lucilla
lucille lucinda lucius lucja lucrecia lucy lucyna ludmila ludmilla ludo ludovic ludovina luella luigi luis luisa luiz luka lukas lukasz
luke lula lulu lupe lupita lurdes luther lutz luz luzia luzviminda lyda lydia lyla lyle lyman lynda lyndsay lyndsey lynette lynn lynne
lynsey lynton lysander lyudmyla mabel mabelle mabli macarena macario macdara maciej maciek mackenzie macsen macy maddie maddox madeleine
madelyn madelynn madge madhavi madhu madison mae maeve mafalda magda magdalena magdalene maggie magnus mahdi maher mahesh mahina mahmood
mahmoud mahnaz mahreen mai maia maiko mair maire mairead mairi mairin maisa maisie maisy maja majella majid majida makayla makoto malachy
malak malani malcolm maldwyn malee malgorzata malia malik malika malini malka malvina malwina mamie mamoru manabu manaia manal manda
mandeep mandla mandy manfred mangala manish manisha manjit manju manjula manny manoj manolo manon manpreet mansoor mansour manuel manuela
manuelita marama marc marcal marcel marcela marcelino marcella marcelo marci marcia marcie marcin marcio marco marcus marcy mared marek
maren margaret margarete margaretha margarida margarita margaux marge margery margie margit margo margot margret margrit marguerite mari
maria mariah mariam mariana marianne maribel maribeth maricar maricel maricela maricris marie mariela marietta mariette marika mariko
marilia marilou marilyn marina mario mariola marion marisa marisol marit marita marites maritess maritza marius mariusz marivic marjorie
marjory marko markus marla marlena marlene marlon marlowe marni marnie marquita marsha marshall marta martha martie martin martina martine
marty martyn marvin marwa marwan mary maryam maryan maryann maryanne marybeth maryjane marylou marzena masaaki masahiro masako masami
masao masaru masashi masato masayuki masood masoud mateo mateus mateusz matheus mathew matias matilda matteo matthew matthias mattie matty
maud maude maura maureen maurice mauricia mauricio maurizio mavis maximilian maximiliano maximino maxine maxwell maya maymun mayra maysa
mayu mayuko mayumi mckayla mckenna mckenzie meabh mebrahtu meena meenakshi meera meg megan meggie megha megumi mehdi mehmet mehreen mehret
mehtap mehul mei meifang meihua meike meili meilin meiling meilir meinir meirion mekdes mel melanie melba melchor melinda melisande
melissa mella mellissa melodie melvin melvyn menachem mengyao menna mercedes mercia mere mereana meredith meredydd mererid meriel merilyn
merrill merryn merve mervin mervyn meryl meseret mhairi mia micaela micah michael michaela michal michalina micheal michel michele
michelle michiko michio mick mickey micky midori mieczyslaw mieko miguel mihaela mihai mihangel mikaela mikayla mike mikhail mikiko miklos
mikolaj milagros mildred milena mileva milica milind millie milo milosz milton mimi mimoza mina minako mindaugas minerva ming mingming
minh minjun minnie minoru mirabel miranda mireille mirela mirella mireya miriam mirjam miroslaw miroslawa mirsad misaki misha missy mitch
mitchell mitsuko mitsuo mitzi miyako miyoko miyuki mizanur mobolaji modupe mohamad mohamed mohammad mohammed mohamud mohan mohini mohsen
mohsin moira moises moji mollie molly momoko momtaz mona monica monika monique monisola monowara monserrat monte monty morag mordecai
mordechai morenike morgan morgana morna morris morten mortimer morven morwenna moses moshe mosun moustafa mubarak mudassar muhammad
muireann muiris mukesh mulugeta muna mungo munir munira murad murat murdo murdoch muriel murielle murilo murray musa musab mussie mustafa
mutaz muthoni mutua muyiwa muzammil mwangi myfanwy myint mykola mylene myles myra myriam myrna myron myrtle nabeel nabil nabila nada
nadeem nadeesha nadene nader nadia nadim nadine nadir nadiya naeem nafisa nahid nahla naila naima najib najla najma najwa nalini namrata
nanako nancy nandini nanette nannette naoise naoki naoko naomi narendra naresh narges nargis narinder nasim nasima nasir nasra nasreen
nasrin nasser natacha natalia natalie natalya natasha natercia nathalie nathan nathaniel natnael natsuki natsuko natsumi nattapong navdeep
naveen navjot nawal nayeli nazanin nazia nazir nazmul nazneen ndidi ned neelam neeraj neeta neha neil nelda nelia nelida nellie nelly
nelson nemanja nenad nenita nereida nerissa nermin nerys nesrine nessa nesta nestor netta nettie neusa neuza nevaeh neville ngaire ngan
ngawang nghia ngoc ngozi nguyet nhi nhung nia niall niamh nicanor nicholas nichole nick nicki nicky nicola nicolas nicolasa nicole
nicoleta nicolette nicolina nida nidhi nidia niels nigel nikhil nikita nikki nikky niklas nikolai nikos nilar nilda nilesh nils nilton
nimco nimmi nimra nina ninette ning niran nirmala nirosha nisha nisreen nitin nizar njeri njoroge nkechi nkiru nnamdi nneka nnenna noah
noam noboru nobuko nobuo nobuyuki noel noeleen noelia noelle noemi nohea noirin nokuthula nola nolan nollaig nomsa nomvula nonie nonso
noor noora nora norah norbert norberto noreen noriko norio norma norman nouf nour noura nuala numan nuno nurten nusrat nuwan nwamaka
nyambura nyasha nyree oana oanh obadiah obiageli obinna obioma obiora ochieng octavia octavian octavio octavius odalys odell odete odette
odhiambo odhran odile ofelia ogechi oisin okechukwu okey okoro oksana olabisi oladele olaf olamide olanrewaju olav olavo olayinka oleg
olegario oleksandr oleksandra oleksiy olena olesya olga olha olimpia oliver olivia olivier olivio oliwia ollie olu olufemi olufunke
olumide oluwadamilola oluwakemi oluwaseun oluwatobi oluwatoyin olwen omaima omar omer omid omolara omotola onyeka onyekachi onyinye oonagh
opeyemi ophelia oralia orhan oriana orla orlaith orlanda orlando orly orna orson ortrud orville osagie osama osamu osaze osbert oscar
osian oskar osman osvaldo oswald oswin otavio otieno otilia otis ottilie otto ovidiu owain owen oyin oyinkansola ozge ozlem pablito pablo
padam padhraic padma padraic padraig paige paisley palesa pallavi palmira pam pamela panagiota pancho paola paolo paraic parisa parker
parminder parvati parveen parvin parviz pasang pascal pascual pascuala pasquale patrice patricia patricio patrick patrik patryk patsy
patti pattie patty paul paula pauletta paulette paulina pauline paulo pauly pauric pavan pavel pawel payton peadar pearce pearlie pedro
peggy peigi pema penelope peng pepita percival percy perdita peregrine perpetua perrin perry persephone petar pete petra petronella
petronila petula peyton phelan phil philbert philip philippa philippe phillip philomena phineas phoebe phong phuc phuong phurba phyllida
phyllis phyo pia pierre piers piet pieter piotr piotrek pippa placido polly pollyanna pooja poonam poppy porfirio pornthip prabha prabhu
pradeep pradip praful prakash pramila pramod pranav prasad prashant pratibha praveen predrag preethi preeti prema preston primitivo
primrose priscilla pritam priya priyanka priyanthi proinsias pru prudence prudencio przemyslaw puja punam puneet purnima pushpa puspa
qadir qasim qian qiang qiao qing qingling qiong qiu quang quentin quetzal quinn quintin quintus quique quoc quyen quynh rabia rachael
rachel rachelle radek radha radhika radoslaw radu raelynn rafael rafal rafe raffaele rafferty rafiq rafiqul raghav raghda ragnar raheem
rahel rahim rahma rahul raimund raimunda raimundo raina raj rajan rajani rajapaksa rajeev rajendra rajesh rajinder rajiv rajni rakesh ralf
ralph ralphie raluca ramana ramesh ramiro ramiza ramon ramona randal randall randi randolf randy rangi rania ranjana ranjit raphael raquel
raquelle rasha rashad rasheed rasheeda rashid rashida rashmi ratchanee rauf raul ravi ravinder rawiri rayan raye raymond raymundo razia
razvan reagan reanna reba rebecca rebekah rebekka recep reece reem reena reese refilwe regan reggie regina reginald rehana reiko reiner
reinhard reinhold rekha remi remington remy rena renan renata renate renato renaud rene renee renu reshma reta reto reuben reva rewi rex
reyna reynaldo reza rhett rhian rhianna rhianne rhiannon rhoda rhodri rhona rhonda rhydian rhys rian rica ricarda ricardina ricardo
richard richie rick rickie ricky ridwan rigoberto rihab rikki riko rita rith ritu rivka rizalina roan rob robbi robbie robel robert
roberta roberto robin rocco rochelle roddy rodelio roderic roderick rodger rodney rodolfo rodrigo rogan rogelio roger rogerio rohan rohini
rohit roisin rokeya roland rolando rolf rollo romain romaine roman romane romao romilly romina romulo romy ron ronald ronaldo ronan ronda
roni ronit ronja ronnie ronny roopa roosevelt rory rosa rosalba rosalia rosalie rosalina rosalind rosalinda rosalva rosalyn rosamund
rosangela rosanna rosario rosaura roscoe roseann roseanna roseanne rosella roselyn rosemarie rosemary rosendo rosetta roshan roshani
rosheen rosie rosilda rosina rosinha rosita roslyn ross roswitha rotimi rowan rowena roxana roxane roxanne roxie roy roya royce royston
roz ruadhan ruairi ruaridh ruben rubens rubie rubina rubye rudi rudiger rudolf rudy rudyard rufina rufino rufus ruhul rukhsana rukmini
ruolan rupa rupert ruperto rupinder rurik russel russell rutendo rutger ruth ruthie ruwan ryan ryker rylan rylee ryo ryoichi ryoko ryosuke
ryota ryszard ryuichi ryuji saad saado saba sabah sabas sabiha sabina sabine sabino sabir sabita sabrina sacha sachiko sachin sadhana
sadhbh sadia sadie sadiq safa safia safiya sagal sahar sahil sahra sahro saif saira sajid sajida sakina sakura salah saleem saleh salim
sallie sally salma salman salome salomon salvadora salvatore sam samah samantha samanthi samar sameer sameera sami samia samina samir
samira sampath samsam samson samuel sanaa sanam sandeep sanders sandhya sandor sandra sanduni sangeeta sanjana sanjay sanjeev sanne
santiago santo saoirse saqib sara sarah sarai saraiva sarita sarojini sarwar sascha sasha saskia satish satnam satoko satomi satoru
satoshi saturnino satwinder saul savannah savita sawsan sawyer sayaka sayed sayuri sayyid scarlett scott seaghan seamus sean seb sebastian
sebastiana sebastiao sebastien seema sefina segun seiichi seiji selamawit selby selena selina selma semisi senad senait seoirse seonaid
sepalika seraphina serena serge sergei sergio serhiy serkan seth setsuko seun seung severin severino sevgi shabana shabnam shae shafiq
shahbaz shahid shahida shahidul shahnaz shahzad shaila shailaja shaima shaina shakeel shakil shalini shamim shamsa shana shane shani
shania shanice shaniqua shankar shanna shannen shannon shanthi shanti shaohua shaquille sharad sharda shari sharif sharifa sharlene sharon
sharron shashi shaun shawn shayla shaylee shazia shea sheela sheena shehnaz sheila shelagh shelby sheldon shelia shelley shelly sheng
sheree sheri sherif sherman sherri sherrie sherry sherwin sheryl sheryll shigeki shigeo shigeru shikha shilpa shinichi shinji shinobu
shiori shira shirin shirina shirish shirlee shirley shiro shizuka shizuko shlomo shmuel shoaib shobha shobhana shoichi shoji shona
shoshana shota shpresa shreya shruti shuang shubham shufen shuichi shukri shweta sian siana sibel sibusiso sibyl sid siddharth sidney
sidonia sidonie siegfried siegmund sienna siew sigmund signe sigrid sigurd silas sile silke silvain silvana silverio silvestre silvia
silvie silvio simao simeon simisola simon simona simone simran simret sindy sinead siobhan sione sioned sipho siraj siriol siriporn sissy
skender skye skylar skyler slawomir slobodan smita smitha sneha snezana soe sofia sofie sohail sohan soheila sokha solange soledad solomon
solveig somchai somto sonal sonali sonam sondra sonia sonja sonya sophea sophia sophie soraya sorcha sorin sothea souad soumya spencer
spiros srdjan srey sridhar srinivas stacey stacia stacie stacy stan stanislav stanislaw stanislawa stanley stavros stefan stefani stefania
stefanie stefano steffen stella sten stephan stephane stephanie stephen steve steven stevie stewart struan stu stuart suad subhash
suchitra sudha sudhir sue sufia sufyan suhail suhair sujata sujatha sukhdev sukhwinder suki sukie sulaiman suleiman sullivan sultana suman
sumaya sumayya sumiko sumit sumitra sundar sunil sunisa sunita sunniva supaporn suraj surekha suresh surinder surjit susan susana susanne
sushil sushila sushma susie susumu suzanne suzie sven svenja svetlana svitlana swapna swati sybil syd sydney syed sylvain sylvester sylvia
sylvie sylwia szczepan szilvia szymon tabatha tabby tabitha tadao tadashi tadeo tadesse tadeu tadeusz tadhg taha tahir tahira tahmina
taichi taiwo takahiro takako takao takashi takayuki takeo takeshi takumi takuya talal talat talha talia taliesin tallulah tamar tamara
tamarin tamati tameka tamer tamera tamika tamiko tammie tammy tamsin tamsyn tamuno tancred tane tania tanisha tanja tanveer tanvi tanya
tanzila tara taras tarcisio tarek tariq taro tarquin tarun taryn tasha tashi tasneem tatenda tatiana tatjana tatsuo tatsuya tatum tatyana
taylor tayo tayyab tayyiba teagan ted teddy tegan tegwen tehmina tejal tekle teleri telma telmo temi temitope tendai tenzin teodora
teodoro teofil teofila teofilo terence teresa teresinha teresita teri terrance terrell terrence terri terrie terry tesfaye tess tessa
tetiana tetsuo tetsuya teuta tevita thabo thaddeus thamer thanasis thandeka thandi thandiwe thanh thant thao thea thekla thelma thelonius
themba theo theobald theodor theodora theodore theophilus theresa therese theresia thiago thida thien thijs thilini thinh thirza thomas
thora thorben thorold thorsten thuan thurman thurstan thurston thuy tiago tiana tibor tiernan tiffany tigist tijana tilda tillie tilly tim
timea timmy timo timoteo timothee timothy tina tinashe tingting tipene titilayo tito titus toan tobenna tobi tobias tobin toby tochi todd
tolu tolulope tom tomas tomasa tomasz tomek tommie tommy tomohiro tomoko tomomi tomos toni tonia tonje tony tonya torben tori toribio
torquil torsten toshiaki toshiko toshio toshiyuki tova toyah toyin tracey tracie tracy trang travis treasa trefor trent trenton treva
trevon trevor trey tricia trina trine trinh trish trisha tristan tristram trixie troy trudi trudie trudy truman trygve trystan tsehay
tshepo tsutomu tsuyoshi tuan tucker tudur tuncay tunde tunji tupou turlough tuyen tuyet twila tyler tyra tyrell tyrese tyrone tzvi ubah
ubaldo uche uchenna udo udoka ugo ugochi ugochukwu ugonna ulises ulli ulric ulrich ulrik ulrika ulrike ulysses uma umair umar umesh una
undine urmila urooj ursa ursel ursula urszula usama usha usman usra uttam uwe uzma uzoma vadim vaishali val valarie valbona valda valdemar
valdir valente valentin valentina valeria valerie valter vandana vanessa vanja vanna varsha vasant vasantha vasco vasil vasilis vasily
vaslav vasudha vasyl vaughn veasna veena veit velda velma venancio venetia venkat venkatesh vera verda verena verity verna vernon veronica
veronique veruca vesna vianey vicenta vicente vicki vicky victor victoria victoriano vidya vijay vijaya vikas vikki vikram vikrant viktor
viktoria vilhelm vilma vimala vinay vince vincent vineet vinh vinnie vinny vinod viola violet violetta viorica vipul viren virender virgie
virgil virgilio virginia virginio viridiana vishal vishnu vitaly vito vitor vitoria viv vivek vivian viviana viviane vivien vivienne vjosa
vlad vladimir vojtech volkan volker volodymyr vonda vytautas wafa wafaa wafula wagner waheed wahid walburga waldo wale waleed wali walker
wallace wally walmir walter waltraud wambui wanda wanida wanjiku wanjiru waqar waqas warren warsame washingtonson wasim waylon wayne wei
weimin weiwei wen wenceslao wendel wendell wendy wenjing wenona wenwen werner werther wesley whetu whitney widad wieslaw wieslawa wiktor
wiktoria wilbert wilbur wilf wilford wilfred wilfredo wilfrido wilfried wilhelm wilhelmina willa willard willem willi william willie
willis willow wilma wilmer wilmot winifred winnie winona winston wiremu witold wladyslaw wladyslawa wlodzimierz wojciech wojtek wolfgang
woodrow worku wulf wyatt wyn xander xanthe xaver xavier xenia xiang xiao xiaohong xiaojun xiaoli xiaoling xiaomei xiaoming xiaoyan ximena
xing xinyi xiomara xiu xiulan xiuying xochitl xuan xue xuemei yaa yaakov yadira yael yahaira yahya yana yanan yankel yanling yanmei
yannick yaoming yaqub yara yaser yash yasha yashoda yasin yasir yasmeen yasmiin yasmin yasmine yasuko yasuo yasushi yating yaw yehuda
yelena yemi yemisi yesenia yetunde yevgeny yiannis yifan yijun yildiz ying yingying yinka yitzchak ylva yoann yoel yogesh yohannes yoichi
yoko yolanda yolonda yonas yordanos yorick yosef yoshi yoshie yoshiko yoshio yosuke younis yousaf yousef yousif youssef yuanyuan yue yuhan
yuichi yuji yuka yukari yuki yukiko yukio yuko yulan yulia yuliya yumi yumiko yun yunus yuri yurii yuriko yusra yusuf yusuke yuta yutaka
yuting yuto yutong yuxuan yves yvette yvonna yvonne zac zacarias zachariah zachary zachery zack zaheer zahid zahida zahir zahra zaid zain
zainab zainabu zak zakaria zaki zakir zamira zamzam zander zandra zane zanele zara zareen zarina zaw zbigniew zbyszek zdzislaw zdzislawa
zeb zebedee zeeshan zeinab zelda zelia zelie zelig zella zelma zena zenaida zeno zenon zeritu zewdu zeyad zeynep zhen zheng zhi zhihong
zhiwei zhong ziad zihan zikora zilla zina zinaida zita zixuan ziyi zoe zofia zoila zola zoltan zora zoran zosia zsolt zsuzsanna zubaida
zubair zuleika zulema zulfiqar zulmira zunaira zuzanna zygmunt
`);
