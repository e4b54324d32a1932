"""What copies are made with: headlines, lines and words of our own."""

HEADLINES = (
    "What we know so far",
    "Tension rises as officials call for calm",
    "New reports from the region",
    "Day of violence ends with questions",
    "Authorities promise to look into it",
    "Residents tell of long hours of waiting",
    "Talks go on while people count the cost",
    "Another hard week",
)

ASIDES = (
    "Readers of this newspaper have asked for more on what happened this week. Here is the report that reached our "
    "desk last night, in full.",
    "While the council in our own city argued over the budget for roads, news from farther away was hardly noticed. "
    "It deserves a second look.",
    "The events told below have been much discussed by listeners who called our studio in the morning, several of whom "
    "have relatives there.",
    "Our weekly page on the wider world opens with a story that every desk in the house followed closely.",
)

SURROUNDINGS = (
    "You are reading the morning edition. Sign up below and our editors will send you the best of each day's work.",
    "Support independent reporting. A small gift each month keeps our reporters on the road and our site free for all.",
    "Advertisement. Continue with the story below.",
    "Download our app to get alerts on your phone, and follow us wherever you like to read.",
    "Have you seen something that we ought to know about? Write to the newsdesk, and tell us how to reach you.",
    "Also on this page: weather, traffic, and the crossword that our readers like best.",
    "Comments are open for twelve hours. Please be kind to one another and stay with the matter at hand.",
    "This page is part of our archive and may look different from the one that was printed.",
)

NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "twelve": "12", "twenty": "20",
    "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight", "9": "nine",
    "10": "ten", "12": "twelve", "20": "twenty",
}  # fmt: skip
"""Numbers as another style book has them."""

SYNONYMS = {
    "said": "stated", "killed": "left dead", "attack": "assault", "wounded": "injured", "near": "close to",
    "police": "officers", "army": "military", "soldiers": "troops", "government": "authorities", "city": "town",
    "people": "persons", "also": "too", "more": "further", "many": "numerous", "big": "large", "after": "following",
    "because": "since", "began": "started", "ended": "stopped", "against": "versus", "however": "but",
    "bomb": "explosive", "houses": "homes", "children": "minors", "area": "region", "official": "functionary",
    "told": "informed", "reported": "noted", "several": "some", "before": "prior to", "while": "as",
    "the": "this", "a": "one", "of": "from", "in": "within", "on": "upon", "by": "through", "and": "plus",
}  # fmt: skip
"""What an editor may put in a word's place."""

AGENCIES = ("AP", "Reuters", "AFP", "UPI", "Xinhua", "DPA")
TOWNS = ("BASRA", "KARSA", "Beirut", "LONDON", "Lima", "NEW DELHI", "Tarn")
OUTLETS = (
    "Harbour News", "Morning Post", "The Courier", "Evening Mail", "Delta Herald", "Hill Gazette", "River Tribune",
    "Coast Observer", "Plain Dealer of Tarn", "North Quay Courier", "Old Square", "Tidewater Review",
)  # fmt: skip
