/**
 * Given names as they are common in hospitals of North America, Britain and Germany, lower case and without accents. None of
 * them is also a word, a month or a place that thanks are full of: those are told apart by what stands around them (ordinary.ts).
 */
import { wordSet } from "./wordSet.ts";

export const givenNames = wordSet(`
aaliyah aaron abby abdul abdullah abel abigail abraham ada adam addison adele adeola adrian adriana agata agnes agnieszka ahmad
ahmed aidan aileen aisha aishwarya akash akiko alan alana alastair albert alberto alejandra alejandro aleksander alessandra alex
alexa alexander alexandra alexis alfie alfonso alfred ali alice alicia alina alison alistair allan allen allison alma alvin alyssa
amal amanda amara amelia amina amir amit amy ana anastasia anders andre andrea andreas andrei andrew andy angela angelica angelina
angus anika anil anita anjali ann anna annabel anne annette annie anthony antoine anton antonia antonio anya arash archie ariana
ariel arjun arlene armando arnold arthur arturo asha ashley ashraf astrid audrey austin ava ayesha ayla barbara barnaby barry beatrice
beatriz becky belinda ben benedict benjamin bernadette bernard bernd bernice beryl beth bethany betty beverley beverly bianca birgit
blessing bobby bogdan bonnie brad bradley brandon brenda brendan brent brett brian brianna bridget brigitte bronwen bruce bruno
bryan caleb callum calvin cameron camila camille candice cara carina carl carla carlo carlos carmen carol carole carolina caroline
carolyn carrie casey cassandra catarina catherine cathy catriona cecilia cedric celia celine cesar chad chandra charlene charles
charlie charlotte chelsea cheryl chidi chiara chinedu chioma chloe chris christa christian christina christine christoph christopher
ciara cindy claire clara clarence claudia claudio clement cleo cliff clifford clive cody colette colin colleen connie connor conor
constance corinne cornelia craig cristina crystal curtis cynthia cyril daisy dale damian damien dan dana daniel daniela danielle
danny daphne darius darlene darrell darren dave david dawid deanna debbie deborah debra declan deirdre delia delroy denis denise
dennis derek desmond devon diana diane dianne diego dieter dimitri dina dinesh divya dmitri dolores dominic dominik donald donna
dora doreen doris dorothea dorothy douglas duncan dwayne dylan eamon ebony eddie edgar edith edmund eduardo edward edwin eileen elaine
eleanor elena eli elias elijah elisa elisabeth elise elizabeth ella ellen ellie elliot elliott elsie emanuel emeka emil emilia emilie
emily emma emmanuel enrique eric erica erik erika erin ernest ernesto esther ethan ethel eugene eunice eva evan evans eve evelyn ewa
fabian farah farid fatima fatou fatoumata federico felicia felicity felipe felix fernanda fernando fiona florence frances francesca
francesco francis francisco franz fred freda freddie frederick frieda friedrich fritz gabriel gabriela gabrielle gareth gary gavin
gemma geoff geoffrey george georgia georgina gerald geraldine gerard gerd gerhard gertrude gianna gilbert gillian gina giovanni giulia
gladys glen glenda glenn gloria godfrey gordon graham greg gregory greta guadalupe gudrun guillermo gurpreet gustavo gwen gwendolyn
hamish hamza hannah hans harold harpreet harriet harry harvey hassan hazel heather hector heidi heinz helen helena helga helmut
hannelore henrietta henry herbert hilary hilda hiroshi holger howard hugh hugo hussein ian ibrahim ida ifeoma ignacio igor ilse imani
imogen imran ines inga inge ingrid irene irina iris irma isaac isabel isabella isabelle isaiah isla ismail ivan ivana ivy jacinta jack
jackie jackson jacob jacqueline jaime jake jamal james jamie jan jana jane janet janice janine jared jasmin jasmine jason javier jayden
jean jeanette jeff jeffrey jelena jenna jennifer jenny jeremy jerome jerry jesse jessica jesus jill jim jimmy joan joana joanna joanne
joao joaquin jochen jodie joe joel johan johanna johannes john johnny jon jonas jonathan jordan jorge jose josef josefa joseph josephine
josh joshua josie joyce juan juana juanita judith judy julia julian juliana julie juliet julius jurgen justin justine kai kamal kamala
kaori karen karin karina karl karla karolina kasia katarzyna kate katharina katharine katherine kathleen kathryn kathy katie katja
katrin katrina kavita kayla keisha keith kelly kelvin ken kendra kenneth kenny kevin khadija khalid kieran kim kimberly kirsten kirsty
klaus kofi kristen kristin kristina krzysztof kumar kurt kwame kyle lakshmi larissa larry latisha latoya laura lauren laurence lawrence
layla leah leanne leila lena leo leon leonard leonardo leroy leslie leticia lewis liam lilian lillian lily lina linda lindsay lindsey
lisa liz lloyd lois lola lorenzo lorna lorraine louis louisa louise lourdes luca lucas lucia lucille lucinda lucy luigi luis luisa lukas
luke luz lydia lynda lynn lynne mabel madeleine madison magdalena mahmoud maisie malcolm malik mandy manfred manuel manuela marc marcel
marcela marcia marco marcus margaret margarita margot maria mariam mariana marianne marie marilyn marina mario marion marisol marjorie
markus marlene marta martha martin martina marvin mary maryam mateo mateusz mathew matilda matteo matthew matthias maureen maurice mavis
maxine maya megan mehmet mei melanie melinda melissa mercedes meredith mia michael michaela michal michel michele michelle miguel mikhail
mildred milena millie milton mina minh miranda miriam mitchell mohamed mohammad mohammed moira molly mona monica monika monique morgan
moses muhammad muriel mustafa myra myrtle nadia nadine nancy naomi natalia natalie natasha nathan nathaniel neha neil nelson ngozi nia
niamh nicholas nick nicola nicolas nicole nigel nikolai nina nisha noah noel noelle noor nora norma norman nuala obinna octavia olga
oliver olivia olu oluwaseun omar oscar osman otis otto owen pablo paige pamela paola parveen pascal patricia patrice patrick patty paul
paula paulette pauline pavel pedro penelope percy petra phil philip philippa phillip phoebe phyllis pierre pippa piotr polly pooja
pradeep prakash preeti priscilla priya priyanka quentin rachael rachel rafael raheem rahul raj rajesh ralph ramesh ramon ramona randall
raquel rashad rashid raul ravi raymond rebecca regina reginald reinhard renate rene renee rhiannon rhonda ricardo richard rick ricky
rita rob robert roberta roberto robin rodney rodrigo roger roland rolf ron ronald ronnie rosa rosalind rosanna rosario rosemary rosie ross
rowena roxanne roy ruben rudolf rupert russell ruth ryan sabine sabrina sadia saira salma sally sam samantha samina samir samira samuel
sandeep sandra sanjay santiago sara sarah sasha saul savannah scott sean sebastian selena selma serena sergei sergio seth shane shanice
shannon sharon shaun sheila shelby shelley sheryl shirin shirley shreya sidney siegfried sigrid silvia simon simone siobhan sofia solomon
sonia sonja sophia sophie stacey stacy stan stanley stefan stefanie stella stephan stephanie stephen steve steven stuart sue sunil sunita
susan susana susanne suzanne svetlana swati sybil sylvia tabitha takashi tamara tania tanisha tanya tara tariq tasha tatiana ted teresa
terence teresita terri terry tessa thandiwe thelma theo theodora theodore theresa thiago thomas thorsten tiffany tim timothy tina tobias
todd tom tomas tomasz tommy toni tony tracey tracy trevor tricia tristan trudy tyler tyrone ulrich ulrike uma ursula uwe valentina valerie
vanessa velma vera verena verity veronica vicente vicki victor victoria vijay vikram vincent viola violet virgil virginia vivian vivienne
vladimir waheed wally walter wanda warren wayne wei wendy werner wesley wilfred wilhelm willem william willie wilma winifred winston
wolfgang xavier xiao yasmin yasmine yolanda yosef youssef yuki yusuf yvette yvonne zachary zahra zainab zara zeynep zoe zofia
`);
