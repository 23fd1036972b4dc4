select exists (select from access_users) as found
