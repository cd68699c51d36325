"""How well and how fast knowledge is found, answered from and refused: question sets, measures and a runner."""
