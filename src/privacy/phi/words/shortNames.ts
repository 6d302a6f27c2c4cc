/** What people are called whose name the directory writes in full, where it is no beginning of it: lower case, the full name first. */
const rows = `
abigail gail,albert bert bertie,alexander sandy sasha lex xander,alexandra sandra sasha lexi,alfred fred,alice ali,alison ali,amanda mandy,
andrew drew andy,angela angie,ann annie nan,anne annie nan,anthony tony,antoinette toni,antonio tony toni,augusta gussie,barbara babs,beatrice trixie,
benjamin benny,bernadette bernie detta,bridget bridie biddy,caroline carrie caz,catherine cathy cat kate katie kitty cass,charles charlie chuck chaz,
charlotte charlie lottie,christina tina chrissie,christine tina chrissie chris,christopher chris kit topher,cornelius con neil,cynthia cindy,
daniel danny,danielle dani,david dave davey davy,deborah debbie deb debs,dennis denny,derek del,dolores lola,donald donny,dorothy dot dottie dolly,
edmund ed eddie ted,edward ed eddie ted ned,eleanor ellie nell nora,elizabeth liz lizzie beth betty betsy bess libby lisa eliza,emmanuel manny,
eugene gene,fiona fi,florence flo flossie,frances fran frankie,francesca fran,francis frank,francisco paco pancho cisco,frederick fred freddie,
gabriel gabe,gareth gaz,gary gaz,geoffrey geoff jeff,gerald gerry jerry,geraldine gerry,guadalupe lupe,guillermo memo,gwendolyn gwen wendy,
harold harry hal,harriet hattie,helen nell,henry harry hank hal,howard howie,hugh hughie,isabel izzy bella,isabella izzy bella,jacqueline jackie,
james jim jimmy jamie jay,jane janey,janet jan,jean jeannie,jennifer jen jenny,jeremy jerry jez,jessica jess jessie,joan joanie,joanna jo,joanne jo,
john jack johnny jock,jonathan jon jonny,jose pepe,joseph joe joey,josephine jo josie,joshua josh,judith judy jude,julia jules,julian jules,
julie jules,karen kaz,katherine kathy kate katie kat kitty,kathleen kathy kath kay,kathryn kathy kate katie,kenneth ken kenny,kevin kev,
kimberly kim,laura laurie,lawrence larry laurie,leonard len lenny,leslie les,lillian lil lily,louise lou,lucille lucy,magdalena magda lena,
margaret maggie meg mags peggy greta madge marge daisy,maria mia,marjorie marge,martha marty,martin marty,mary molly polly mimi,matthew matt matty,
maureen mo,maurice mo,melissa mel,michael mike mick mickey micky,michelle shelly chelle,mildred millie,mohamed mo,mohammed mo,muhammad mo,mohammad mo,
nancy nan,natalie nat,nathaniel nate nathan,nicholas nick nicky,nicola nicky nic,norman norm,olive ollie,oliver ollie,pamela pam,patricia pat patty trish tricia,
patrick pat paddy,pauline polly,penelope penny,peter pete,philip phil pip,phillip phil pip,priscilla cilla,rachel rach,raymond ray,rebecca becky becca bex,
richard rick ricky dick rich richie,robert rob bob bobby robbie bert,roberta bobbie,rodney rod,roger rog,ronald ron ronnie,rosemary rosie romy,
rosalind ros roz,russell russ rusty,samantha sam,samuel sam,sandra sandy,sarah sally sadie,sharon shaz shazza,siobhan shiv,sophia sophie,stephanie steph,
stephen steve,steven steve,stuart stu,susan sue suzie susie,susannah sue suzie susie,suzanne sue suzie suze,sylvia syl,terence terry,teresa terry tess,
theodore ted theo teddy,theresa terry tess,thomas tom tommy,timothy tim,valerie val,veronica ronnie,victor vic,victoria vicky vicki tori,
vincent vince vinny,virginia ginny,walter wally walt,wayne waz,wilfred wilf,william bill billy will willy liam,zachary zac zack`;

const shortened = new Map<string, readonly string[]>();
const written = new Map<string, string[]>();
for (const row of rows.split(",")) {
  const [full = "", ...short] = row.trim().split(" ");
  shortened.set(full, short);
  for (const one of short) {
    const fulls = written.get(one);
    if (fulls === undefined) written.set(one, [full]);
    else fulls.push(full);
  }
}

/** "bill" and "billy" of "william". */
export const shortOf = (full: string): readonly string[] => shortened.get(full) ?? [];

/** "edward" and "theodore" of "ted". */
export const fullOf = (short: string): readonly string[] => written.get(short) ?? [];

/** So many letters of a name are enough to be called by, and more are no shortening. */
export const fewestLetters = 3;
export const mostLetters = 5;
