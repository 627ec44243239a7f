#!/bin/sh
# Runs once, when the database server's files are made: the apps own one database and are never the superuser.
set -e
psql -v ON_ERROR_STOP=1 -v password="$SHIHE_OWNER_PASSWORD" -U postgres <<'SQL'
CREATE ROLE shihe LOGIN CREATEROLE PASSWORD :'password';
CREATE DATABASE shihe OWNER shihe;
SQL
