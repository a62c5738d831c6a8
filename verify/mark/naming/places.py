"""Countries, states and cities that news copy names; a moderate list from general knowledge."""

from __future__ import annotations

from verify.mark.naming.wordlist import entries

PLACES = entries(
    """
    Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas
    Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia|Herzegovina|Botswana
    Brazil|Britain|Brunei|Bulgaria|Burkina Faso|Burma|Burundi|Cambodia|Cameroon|Canada|Cape Verde
Catalonia
    Chad|Chile|China|Colombia|Comoros|Congo|Costa Rica|Crimea|Croatia|Cuba|Cyprus|Czech Republic|Czechia
    Denmark|Djibouti|Dominican Republic|East Timor|Ecuador|Egypt|El Salvador|England|Equatorial Guinea
    Eritrea|Estonia|Eswatini|Ethiopia|Europe|Fiji|Finland|France|Gabon|Gambia|Gaza|Germany|Ghana
Gibraltar
    Greece|Greenland|Grenada|Guam|Guatemala|Guinea|Guinea-Bissau|Guyana|Haiti|Honduras|Hong Kong|Hungary
    Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Kashmir|Kazakhstan
    Kenya|Kosovo|Kurdistan|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein
    Lithuania|Luxembourg|Macau|Macedonia|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Mauritania
Mauritius
    Mexico|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands
    New Zealand|Nicaragua|Niger|Nigeria|North Korea|North Macedonia|Northern Ireland|Norway|Oman
Pakistan
    Palestine|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Puerto Rico|Qatar
Romania
    Russia|Rwanda|Samoa|San Marino|Saudi Arabia|Scotland|Senegal|Serbia|Seychelles|Sierra Leone
Singapore
    Slovakia|Slovenia|Somalia|South Africa|South Korea|South Sudan|Soviet Union|Spain|Sri Lanka|Sudan
    Suriname|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Tibet|Timor-Leste|Togo|Tonga
    Trinidad|Tunisia|Turkey|Türkiye|Turkmenistan|Uganda|Ukraine|United Arab Emirates|United Kingdom
    United States|Uruguay|Uzbekistan|Vanuatu|Vatican|Venezuela|Vietnam|Wales|West Bank|Yemen|Yugoslavia
    Zambia|Zimbabwe|Africa|Asia|America|Americas|Antarctica|Latin America|Middle East|North America
    South America|U.S.|US|U.K.|UK|U.S.A.|USA|UAE|EU|E.U.|D.C.|DPRK|ROK|Korea|Holland|Siberia|Chechnya
    Georgia|Jordan|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida
Hawaii
    Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan
Minnesota
    Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York
New York City
    North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina
South Dakota
    Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Carolina|Dakota
    Manhattan|Brooklyn|Queens|Bronx|Staten Island|Ontario|Quebec|Alberta|Manitoba|Saskatchewan
    British Columbia|Nova Scotia|Bavaria|Tuscany|Yorkshire|Andorra la Vella|Antananarivo|Apia|Ashgabat
Asmara|Asunción|Asuncion|Astana|Bandar Seri Begawan
Bangui|Banjul|Basseterre|Belmopan|Bishkek|Bissau|Bridgetown|Bujumbura|Canberra|Castries|Chisinau
Chişinău|Conakry|Dili|Djibouti City|Dodoma|Dushanbe|Funafuti|Gaborone|Gitega|Guatemala City|Honiara
Kingstown|Kuwait City|Libreville|Lilongwe|Lomé|Lome|Majuro|Malabo|Malé|Maputo|Maseru|Mbabane|Moroni
Muscat|N’Djamena|N'Djamena|Naypyidaw|Niamey|Nicosia|Nouakchott|Nuku’alofa|Nuku'alofa|Ouagadougou
Palikir|Panama City|Paramaribo|Phnom Penh|Podgorica|Port Louis|Port Moresby|Port Vila|Port of Spain
Porto-Novo|Praia|Pristina|Roseau|San José|Santo Domingo|São Tomé|Sao Tome|Sri Jayawardenepura Kotte
Sucre|Suva|Tarawa|Tegucigalpa|Thimphu|Vaduz|Valletta|Windhoek|Yamoussoukro|Yaoundé
Abidjan|Abu Dhabi|Abuja|Accra|Addis Ababa|Aleppo
    Algiers|Almaty|Amman|Amsterdam|Ankara|Athens|Baghdad|Baku|Bamako|Bangkok|Barcelona|Basra|Beijing
Beirut
    Belfast|Belgrade|Benghazi|Berlin|Bern|Birmingham|Bogotá|Bogota|Bratislava|Brasilia|Bristol|Brussels
    Bucharest|Budapest|Buenos Aires|Busan|Cairo|Calcutta|Calgary|Cape Town|Caracas|Cardiff|Casablanca
    Chennai|Cologne|Colombo|Copenhagen|Dakar|Damascus|Dar es Salaam|Delhi|Dhaka|Doha|Donetsk|Dubai
Dublin
    Edinburgh|Fallujah|Frankfurt|Freetown|Geneva|Glasgow|Guangzhou|Hamburg|Hanoi|Harare|Havana|Helsinki
    Hiroshima|Ho Chi Minh City|Islamabad|Istanbul|Jakarta|Jerusalem|Johannesburg|Juba|Kabul|Kampala
Kandahar
    Karachi|Kathmandu|Kharkiv|Khartoum|Kiev|Kyiv|Kigali|Kingston|Kinshasa|Kolkata|Kuala Lumpur|Lagos
Lahore
    La Paz|Leeds|Lima|Lisbon|Liverpool|Ljubljana|London|Luanda|Lusaka|Lviv|Lyon|Madrid|Managua
Manchester
    Manila|Mariupol|Marseille|Mecca|Melbourne|Mexico City|Milan|Minsk|Mogadishu|Monrovia|Montevideo
Montreal
    Moscow|Mosul|Mumbai|Munich|Nairobi|Naples|New Delhi|Nice|Odesa|Odessa|Osaka|Oslo|Ottawa|Paris|Perth
    Port-au-Prince|Prague|Pretoria|Pyongyang|Quito|Rabat|Rangoon|Raqqa|Reykjavik|Riga
    Rio de Janeiro|Riyadh|Rome|Rotterdam|San Juan|San Salvador|Sanaa|Santiago|São Paulo|Sao Paulo
Sarajevo
    Seoul|Shanghai|Shenzhen|Skopje|Sofia|Stockholm|Strasbourg|Sydney|Taipei|Tallinn|Tashkent|Tbilisi
    Tehran|Tel Aviv|The Hague|Tirana|Tokyo|Toronto|Tripoli|Tunis|Turin|Ulaanbaatar|Valencia
    Vancouver|Venice|Vienna|Vientiane|Vilnius|Warsaw|Wellington|Wuhan|Yangon|Yaounde|Yerevan|Zagreb
Zurich
    Akron|Albany|Albuquerque|Anchorage|Ann Arbor|Arlington|Asheville|Atlanta|Atlantic City|Aurora|Austin
    Bakersfield|Baltimore|Baton Rouge|Berkeley|Beverly Hills|Boise|Boston|Boulder|Buffalo|Charlotte
    Charleston|Charlottesville|Chattanooga|Chicago|Cincinnati|Cleveland|Columbia|Columbus|Concord|Dallas
    Dayton|Daytona Beach|Denver|Des Moines|Detroit|Durham|El Paso|Erie|Fargo|Ferguson|Flint
Fort Lauderdale
    Fort Worth|Fresno|Gettysburg|Grand Rapids|Greensboro|Greenville|Harlem|Harrisburg|Hartford
    Hollywood|Honolulu|Houston|Indianapolis|Jackson|Jacksonville|Jersey City|Kansas City|Knoxville
Lansing
    Las Vegas|Lincoln|Little Rock|Long Beach|Long Island|Los Angeles|Louisville|Madison|Memphis|Mesa
Miami
    Milwaukee|Minneapolis|Mobile|Montgomery|Nashville|Newark|New Haven|New Orleans|Newtown|Norfolk
Oakland
    Oklahoma City|Omaha|Orlando|Palm Beach|Pasadena|Pensacola|Philadelphia|Phoenix|Pittsburgh|Portland
    Princeton|Providence|Raleigh|Reno|Richmond|Roanoke|Rochester|Sacramento|Salt Lake City|San Antonio
    San Bernardino|San Diego|San Francisco|San Jose|Santa Fe|Savannah|Scranton|Seattle|Shreveport
Sioux City
    Spokane|Springfield|St. Louis|St. Paul|St. Petersburg|Syracuse|Tallahassee|Tampa|Toledo|Topeka
Tucson
    Tulsa|Wichita|Wilmington|Winston-Salem|Yonkers|Youngstown|Cambridge|Oxford|Silicon Valley
Wall Street
    Capitol Hill|White House|Washington D.C.|East Coast|West Coast|Midwest|Guantánamo|Guantanamo
    Guantánamo Bay|Guantanamo Bay|Ala.|Ariz.|Ark.|Calif.|Colo.|Conn.|Del.|Fla.|Ga.
    Ill.|Ind.|Kan.|Ky.|La.|Md.|Mass.|Mich.|Minn.|Miss.|Mo.|Mont.|Neb.|Nev.|N.C.|N.D.|N.H.|N.J.|N.M.|N.Y.
    Okla.|Ore.|Pa.|R.I.|S.C.|S.D.|Tenn.|Tex.|Vt.|Va.|W.Va.|Wash.|Wis.|Wyo.
    """
)
"""Names of places that speak and are spoken of, with the short forms of the American states."""
