/** Whole names of people, shops and stories that everybody knows, and who lie in nobody's bed: lower case, without accents. */
export const renowned: ReadonlySet<string> = new Set(
  `blue cross,blue shield,iron mountain,karl storz,carl zeiss,bair hugger,hill rom,fisher paykel,smith nephew,thermo fisher,johnson johnson,paul hartmann,richard wolf,leica biosystems,perkin elmer,beckman coulter,siemens healthineers,ortho clinical,olympus medical,
red cross,kaiser permanente,becton dickinson,edwards lifesciences,st john,allen carr,
tim hortons,florence nightingale,mary seacole,marie curie,ronald mcdonald,harry potter,taylor swift,ted lasso,mary poppins,sherlock holmes,
santa claus,father christmas,john lewis,henry schein,martin luther,luther king,jack daniels,jack russell,james bond,elton john,ed sheeran,
michael jackson,dolly parton,bruce springsteen,freddie mercury,david attenborough,gordon ramsay,jamie oliver,mary berry,paul hollywood,
clara barton,elizabeth blackwell,edith cavell,alexander fleming,louis pasteur,robert koch,rosalind franklin,charles darwin,isaac newton,
albert einstein,nelson mandela,barack obama,joe biden,donald trump,king charles,queen elizabeth,prince william,kate middleton,johns hopkins,
max planck,paul ehrlich,otto bock,alice springs,jane austen,charles dickens,william shakespeare,winnie pooh,peter pan,peter rabbit,
george clooney,tom cruise,brad pitt,doctor who,simon cowell,oprah winfrey,bob marley,john lennon,barry manilow,cliff richard,neil diamond,
frank sinatra,elvis presley,johnny cash,bob ross,marie kondo,greta thunberg,usain bolt,lionel messi,cristiano ronaldo,serena williams,
david beckham,harry kane,marcus rashford,mo farah,jean valjean,abraham lincoln,george washington,martin lewis,joe wicks,baby shark,
robert wood,mark twain,helen keller,anne frank,rosa parks,jackie chan,bruce lee,chuck norris,will smith,tom hanks,ben nevis,lincoln memorial`
    .split(/,\s?/)
    .map((name) => name.trim()),
);
