from train.entry import run

run(__file__)
