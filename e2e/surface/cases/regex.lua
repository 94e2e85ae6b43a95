--- bare patterns, as the original documents them
print(json.encode(regex.match("John 42", "(\\w+) (\\d+)")), json.encode(regex.match("a1b22", "\\d+")))
print(json.encode(regex.match("price: 100 EUR", "\\d+(?= EUR)")), json.encode(regex.match_all("a1 b22", "(\\d+)")))
print(regex.gsub("hello world", "world", "lua"), regex.gsub("2024-05-01", "(\\d+)-(\\d+)-(\\d+)", "$3/$2/$1"))
--> ["John 42","John","42"]	["1"]
--> ["100"]	[["1","22"],["1","22"]]
--> hello lua	01/05/2024

--- delimited patterns, as the original took them
print(regex.match("Ab", "/a(b)/i")[2], regex.match("Ab", "#a(b)#i")[2], regex.match("Ab", "~a(b)~i")[2], regex.match("Ab", "@a(b)@i")[2])
print(regex.match("Ab", "!a(b)!i")[2], regex.match("Ab", "%a(b)%i")[2], regex.match("Ab", "|a(b)|i")[2], regex.match("Ab", "+a(b)+i")[2])
--> b	b	b	b
--> b	b	b	b

--- delimiters inside are escaped, or stand in a class
print(regex.match("a/b", "/a\\/b/")[1], regex.match("a#b", "#a\\#b#")[1], regex.match("a/b", "/a[/]b/")[1], regex.match("a/b", "~a/b~")[1])
--> a/b	a#b	a/b	a/b

--- what only looks delimited is bare
print(regex.match("/users/1", "/users/(\\d+)")[2], regex.match("/users/list", "/users/list")[1], regex.match("/a/b/", "/a/b/")[1])
print(regex.match("http://x", "//")[1], regex.match("a/b", "/")[1], regex.match("{x}", "{(\\w)}")[2], regex.match("x", "(x)")[2], regex.match("<a>", "<a>")[1])
--> 1	/users/list	/a/b/
--> //	/	x	x	<a>

--- flags
print(regex.match("HELLO", "hello", "i")[1], regex.match("a\nb", "/^b$/m")[1], #regex.match("a\nb", "/a.b/s")[1], regex.match("ab", "/a b # c/x")[1])
print(regex.match("aaa", "/a+/U")[1], regex.match("ba", "/a/A"), regex.match("a\n", "/a$/")[1], regex.match("a\n", "/a$/D"), regex.match("ab", "/(a)(?<x>b)/n")[2])
--> HELLO	b	3	ab
--> a	nil	a	nil	b

--- the flag g changes nothing
print(regex.match("aa", "/a/g")[1], regex.gsub("aa", "/a/g", "b"))
--> a	bb

--- the flag u knows all letters
print(regex.match("über", "^\\w+"), regex.match("über", "/^\\w+/u")[1], regex.match("a٣", "/\\d/u")[1], #regex.match_all("ä b", "/\\b\\w/u")[1])
--> nil	über	٣	2

--- flags inside of a pattern
print(regex.match("HELLO", "(?i)hello")[1], regex.match("HELLO", "(?i:h)ELLO")[1], regex.match("aB", "a(?i)b")[1], regex.match("AB", "a(?i)b"))
print(regex.match("ac", "a(?i)b|AC")[1], regex.match("aBC", "a(?i:b)[a-c]"), regex.match("ab", "(?x) a  b # c")[1], regex.match("A", "(?-i)a", "i"))
--> HELLO	HELLO	aB	nil
--> ac	nil	ab	nil

--- named groups
local m = regex.match("2024-05", "(?<year>\\d+)-(?P<month>\\d+)")
print(m.year, m.month, m[1], m[2], m[3], regex.match("x", "(?'name'x)").name)
local all = regex.match_all("a1 b2", "(?<letter>[a-z])(?<digit>\\d)")
print(json.encode(all.letter), json.encode(all.digit), json.encode(all[1]))
--> 2024	05	2024-05	2024	05	x
--> ["a","b"]	["1","2"]	["a1","b2"]

--- references to groups
for _, pattern in ipairs({ "(a)\\1", "(a)\\g1", "(a)\\g{1}", "(a)\\g{-1}", "(?<q>a)\\k<q>", "(?<q>a)\\k{q}", "(?<q>a)\\k'q'", "(?<q>a)\\g{q}", "(?P<q>a)(?P=q)" }) do
  print(pattern, regex.match("baa", pattern)[1], regex.match("bab", pattern))
end
--> (a)\1	aa	nil
--> (a)\g1	aa	nil
--> (a)\g{1}	aa	nil
--> (a)\g{-1}	aa	nil
--> (?<q>a)\k<q>	aa	nil
--> (?<q>a)\k{q}	aa	nil
--> (?<q>a)\k'q'	aa	nil
--> (?<q>a)\g{q}	aa	nil
--> (?P<q>a)(?P=q)	aa	nil

--- look around
print(regex.match("price $100", "(?<=\\$)\\d+")[1], regex.match("ab", "a(?!c)")[1], regex.match("ab", "(?<!x)b")[1], regex.match("ab", "a(?=c)"))
--> 100	a	b	nil

--- possessive and atomic parts, branches that count alike
print(regex.match("aaa", "a++")[1], regex.match("aaa", "a++a"), regex.match("aab", "(?>a+)b")[1], regex.match("aaab", "(?>a|aa)b")[1])
print(regex.match("b", "(?|(a)|(b))")[2], regex.match("xab", "x(?>(a)(b))")[3])
--> aaa	nil	aab	ab
--> b	b

--- classes
for _, pattern in ipairs({ "[a\\-z]+", "[]a]+", "[^]a]+", "[[:alpha:]_]+", "[[:^digit:]]+", "[\\w-]+", "[.*+?]+", "[\\d\\s]+", "[&&~~|]+", "[\\x61-\\x{7a}]+" }) do
  print(pattern, json.encode(regex.match("a-z]_ .*& 12", pattern)))
end
--> [a\-z]+	["a-z"]
--> []a]+	["a"]
--> [^]a]+	["-z"]
--> [[:alpha:]_]+	["a"]
--> [[:^digit:]]+	["a-z]_ .*& "]
--> [\w-]+	["a-z"]
--> [.*+?]+	[".*"]
--> [\d\s]+	[" "]
--> [&&~~|]+	["&"]
--> [\x61-\x{7a}]+	["a"]

--- escapes
print(#regex.match("\t\n\r\f\27\7", "\\t\\n\\r\\f\\e\\a")[1], regex.match("A", "\\x41")[1], regex.match("é", "\\x{e9}")[1], regex.match("a.b", "\\Qa.b\\E")[1], regex.match("a+b", "a\\+b")[1])
print(#regex.match("a\r\nb", "\\R")[1], regex.match("a b", "\\h")[1], regex.match("x", "\\N")[1], #regex.match("a\0b", "a\\0b")[1], regex.match("a\nb", "a\\vb") ~= nil)
--> 6	A	é	a.b	a+b
--> 2	 	x	3	true

--- anchors
print(regex.match("a\n", "a\\Z")[1], regex.match("a\n", "a\\z"), regex.match("b\na", "\\Aa", "m"), regex.match("a b", "\\bb")[1], regex.match("ab", "\\Bb")[1])
--> a	nil	nil	b	b

--- text beyond ASCII
print(regex.match("日本", "^.")[1], regex.match("a😀b", "a.b")[1], regex.match("É", "é", "i")[1], regex.match("日", "\\p{Han}")[1], regex.match("aB", "\\p{Lu}")[1], regex.match("ab", "\\pL+")[1], regex.match("1a", "\\P{N}")[1])
--> 日	a😀b	É	日	B	ab	a

--- the dot and the dollar know one line break
print(regex.match("a\rb", "a.b") ~= nil, regex.match("a\nb", "a.b"), regex.match("abc\n", "c$")[1], regex.match("a\nb", "a$"))
--> true	nil	c	nil

--- offsets count bytes from 1, as string.sub does
local m = regex.match("äöx1", "x(\\d)", regex.OFFSETS)
print(m[1][1], m[1][2], m[2][1], m[2][2], ("äöx1"):sub(m[1][2]))
print(json.encode(regex.match_all("a1 b2", "[a-z]", 256)))
--> x1	5	1	6	x1
--> [[["a",1],["b",4]]]

--- groups that took no part
print(json.encode(regex.match("b", "(a)?(b)")), regex.match("b", "(a)?(b)", regex.UNMATCHED)[2], regex.match("b", "(a)?(b)", 512)[3])
print(json.encode(regex.match("b", "(a)?(b)", regex.OFFSETS)))
--> ["b","","b"]	nil	b
--> [["b",1],["",0],["b",1]]

--- match_all by groups, or match by match
print(json.encode(regex.match_all("a1 b2", "([a-z])(\\d)")), json.encode(regex.match_all("a1 b2", "([a-z])(\\d)", regex.PATTERN_ORDER)))
print(json.encode(regex.match_all("a1 b2", "([a-z])(\\d)", regex.SET_ORDER)), json.encode(regex.match_all("a1 b2", "\\d", regex.SET_ORDER | regex.OFFSETS)))
--> [["a1","b2"],["a","b"],["1","2"]]	[["a1","b2"],["a","b"],["1","2"]]
--> [["a1","a","1"],["b2","b","2"]]	[[["1",2]],[["2",5]]]

--- nothing found
print(regex.match("x", "y"), next(regex.match_all("x", "y")), regex.gsub("x", "y", "z"))
--> nil	nil	x

--- empty matches
print(json.encode(regex.match_all("ab", "x*")[1]), regex.gsub("abc", "", "-"), regex.gsub("abc", "x*", "-"), regex.gsub("baac", "a*", "-"))
--> ["","",""]	-a-b-c-	-a-b-c-	-b--c-

--- replacements with groups
print(regex.gsub("abc", "b", "[$0]"), regex.gsub("abc", "(b)", "[\\1]"), regex.gsub("abc", "(b)", "[${1}]"), regex.gsub("abc", "(?<x>b)", "[${x}]"), regex.gsub("abc", "(b)", "[$1$2]"))
--> a[b]c	a[b]c	a[b]c	a[b]c	a[b]c

--- replacements with plain signs
print(regex.gsub("abc", "b", "$$"), regex.gsub("abc", "b", "\\$0"), regex.gsub("abc", "b", "\\\\0"), regex.gsub("abc", "b", "$&"), regex.gsub("abc", "b", "%1"), regex.gsub("abc", "b", "a\\nb"))
--> a$$c	a$0c	a\0c	a$&c	a%1c	aa\nbc

--- replacing the first few
print(regex.gsub("aaaa", "a", "b", 2), regex.gsub("aaaa", "a", "b", 0), regex.gsub("aaaa", "a", "b", -1), regex.gsub("aaaa", "a", "b", nil), regex.gsub("aaaa", "a", "b", 3.0))
--> bbaa	aaaa	bbbb	bbbb	bbba

--- replacing with a function
print(regex.gsub("abc", "[ac]", function(m) return m:upper() end), regex.gsub("k=v", "(\\w)=(\\w)", function(all, k, v) return v .. "=" .. k end))
print(regex.gsub("abc", "b", function() return nil end), regex.gsub("abc", "b", function() return false end), regex.gsub("abc", "b", function() return 5 end), regex.gsub("abc", "b", function() return "$0" end))
--> AbC	v=k
--> abc	abc	a5c	a$0c

--- replacing with a table
print(regex.gsub("$name is $age, $x", "\\$(\\w+)", { name = "Ada", age = 36 }), regex.gsub("a b", "\\w", { a = 1 }))
--> Ada is 36, $x	1 b

--- replacing with calls
print(regex.gsub("<user:1234:session> <none>", "<(.*?)>", function(_, key) return app.integrations.upstash.get_key(key).value or "?" end))
--> sess_8f2c1e ?

--- replacing inside of a coroutine that yields
local step = coroutine.wrap(function() return regex.gsub("abc", "b", coroutine.yield) end)
print(step(), step("!"))
--> b	a!c

--- errors in a replacement
print(pcall(regex.gsub, "abc", "b", function() error("boom") end)) print(pcall(regex.gsub, "abc", "b", function() return {} end)) print(pcall(regex.gsub, "abc", "b"))
--> false	main.lua:1: boom
--> false	main.lua:1: regex.gsub: invalid replacement value (a table)
--> false	main.lua:1: bad argument #3 to 'regex.gsub' (string, function or table expected, got nil)

--- patterns that are wrong raise
for _, pattern in ipairs({ "(", "a)", "[", "[z-a]", "*a", "a**", "a{2,1}", "\\", "\\y", "\\1", "\\k<n>", "(?<1>x)", "(?<n>a)(?<n>b)", "(?z)", "\\p{Foo}", "[[:foo:]]", "\\x{110000}" }) do
  print(pattern, select(2, pcall(regex.match, "x", pattern)))
end
--> (	main.lua:2: regex.match: Unterminated group
--> a)	main.lua:2: regex.match: Unmatched ')'
--> [	main.lua:2: regex.match: Unterminated character class
--> [z-a]	main.lua:2: regex.match: Range out of order in character class
--> *a	main.lua:2: regex.match: Nothing to repeat
--> a**	main.lua:2: regex.match: Nothing to repeat
--> a{2,1}	main.lua:2: regex.match: numbers out of order in {} quantifier
--> \	main.lua:2: regex.match: \ at end of pattern
--> \y	main.lua:2: regex.match: unknown or unsupported escape \y
--> \1	main.lua:2: regex.match: there is no group 1
--> \k<n>	main.lua:2: regex.match: there is no group n
--> (?<1>x)	main.lua:2: regex.match: Invalid capture group name
--> (?<n>a)(?<n>b)	main.lua:2: regex.match: Duplicate capture group name
--> (?z)	main.lua:2: regex.match: Invalid group
--> \p{Foo}	main.lua:2: regex.match: unknown property Foo
--> [[:foo:]]	main.lua:2: regex.match: unknown class [:foo:]
--> \x{110000}	main.lua:2: regex.match: \x{110000} is beyond the last character

--- what is not supported says so
for _, pattern in ipairs({ "(?R)", "(?1)(a)", "(?&n)", "(?(1)a|b)", "a(?C1)", "(*FAIL)", "a\\Kb", "\\G", "\\X" }) do
  print(pattern, select(2, pcall(regex.match, "x", pattern)))
end
--> (?R)	main.lua:2: regex.match: recursion in a pattern is not supported
--> (?1)(a)	main.lua:2: regex.match: recursion in a pattern is not supported
--> (?&n)	main.lua:2: regex.match: recursion in a pattern is not supported
--> (?(1)a|b)	main.lua:2: regex.match: a condition in a pattern is not supported
--> a(?C1)	main.lua:2: regex.match: a callout in a pattern is not supported
--> (*FAIL)	main.lua:2: regex.match: a verb in a pattern is not supported
--> a\Kb	main.lua:2: regex.match: unknown or unsupported escape \K
--> \G	main.lua:2: regex.match: unknown or unsupported escape \G
--> \X	main.lua:2: regex.match: unknown or unsupported escape \X

--- arguments that are wrong
print(pcall(regex.match)) print(pcall(regex.match, "a")) print(pcall(regex.match, "a", "a", "q")) print(pcall(regex.match, "a", "a", {})) print(pcall(regex.match, "a", "a", 4))
print(pcall(regex.match, "\xff", "a")) print(pcall(regex.match, "a", "\xff")) print(pcall(regex.match_all, "a", {})) print(pcall(regex.gsub, "a", "a", "b", 1.5)) print(pcall(function() regex:match("a", "a") end))
--> false	main.lua:1: bad argument #1 to 'regex.match' (string expected, got nil)
--> false	main.lua:1: bad argument #2 to 'regex.match' (string expected, got nil)
--> false	main.lua:1: regex.match: unknown flag q; i, m, s, x, u, n, A, D and U are known
--> false	main.lua:1: bad argument #3 to 'regex.match' (letters or regex.OFFSETS and the like expected, got table)
--> false	main.lua:1: bad argument #3 to 'regex.match' (letters or regex.OFFSETS and the like expected, got the number 4)
--> false	main.lua:2: bad argument #1 to 'regex.match' (not valid UTF-8)
--> false	main.lua:2: bad argument #2 to 'regex.match' (not valid UTF-8)
--> false	main.lua:2: bad argument #2 to 'regex.match_all' (string expected, got table)
--> false	main.lua:2: bad argument #4 to 'regex.gsub' (whole number expected)
--> false	main.lua:2: bad argument #1 to 'regex.match' (string expected, got table)

--- numbers are texts too
print(regex.match(2024, "\\d\\d")[1], regex.gsub(10, 0, 1))
--> 20	11

--- many matches
print(#regex.match_all(("a "):rep(20000), "\\w")[1], #regex.gsub(("a"):rep(20000), "a", "bc"))
--> 20000	40000

