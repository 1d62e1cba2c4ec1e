-- A command is found by its id, whichever index the planner thinks cheaper while colleges are small: the key begins with the
-- id, and the append functions ask for the college in a way that no index answers. By the index of heads a look-up would
-- read every command of a college.
ALTER TABLE log.command DROP CONSTRAINT command_pkey, ADD PRIMARY KEY (id, college);
