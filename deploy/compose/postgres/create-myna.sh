#!/bin/sh
# Makes the login and the database of Myna: no superuser, since row security does not bind those, but one that may make the roles which it does bind.
set -eu
psql --username postgres --set ON_ERROR_STOP=1 --set "word=$MYNA_DATABASE_PASSWORD" <<'SQL'
create role myna login createrole nosuperuser nobypassrls password :'word';
create database myna owner myna;
SQL
