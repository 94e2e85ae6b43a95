-- title: Read every page
-- functions: query_documents
local convex = app.integrations.convex
local cursor, pages, count

repeat
  local page = convex.query_documents({ table = "messages", order = "_creationTime", limit = 2, cursor = cursor })
  pages = (pages or 0) + 1
  count = (count or 0) + #page.documents
  cursor = page.cursor
until page.is_done

print(count .. " messages on " .. pages .. " pages")
