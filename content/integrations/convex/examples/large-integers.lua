-- title: Integers of 64 bits
-- functions: query_documents, create_document
local convex = app.integrations.convex

-- v.int64() comes as text. This one is beyond what a number of Convex holds.
local views = convex.query_documents({ table = "articles", order = "_creationTime", limit = 1 }).documents[1].views
print(views, math.tointeger(views) + 1)

-- To store one, send its eight bytes as base64: AQAAAAAAIAA= is 9007199254740993.
convex.create_document({
  table = "articles",
  fields = { title = "Counting stars", language = "en", views = { ["$integer"] = "AQAAAAAAIAA=" } },
})
print(convex.query_documents({ table = "articles", limit = 1 }).documents[1].views)
