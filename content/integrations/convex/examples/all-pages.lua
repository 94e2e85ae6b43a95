-- title: Read every page
-- functions: query_documents
local convex = app.integrations.convex
local count, pages = 0, 0
local cursor

repeat
  local page = convex.query_documents({ table = "messages", order = "_creationTime", limit = 2, cursor = cursor })
  count = count + #page.documents
  pages = pages + 1
  cursor = page.cursor
until page.is_done

print(count .. " messages on " .. pages .. " pages")
