"""Every page of every format as a picture: what tests cannot judge, an eye must."""
