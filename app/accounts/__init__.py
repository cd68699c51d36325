"""People, teams, sessions and roles: who works here, how they sign in, what they may do."""
