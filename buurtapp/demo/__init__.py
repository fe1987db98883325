"""The main job, done once on real files: from a list of neighbours to a printed flyer and a list that came home.

Start reading at `steps.py`.
"""
