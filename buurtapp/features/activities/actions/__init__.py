"""What the coordinator does with activities: plan, sign up, print the list, note who came."""
